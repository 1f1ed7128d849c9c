import type { ChainCause } from './chain-cause';
import { crashOnMessage } from './crash-on-message';
import { duplicateConnections } from './duplicate-connections';
import { eventIdsInconsistent } from './event-ids-inconsistent';
import { flapping } from './flapping';
import { gaveUp } from './gave-up';
import { halfOpen } from './half-open';
import { idleTimeout } from './idle-timeout';
import { lifetimeLimit } from './lifetime-limit';
import { massClose } from './mass-close';
import { missingStickySession } from './missing-sticky-session';
import { noBackOff } from './no-back-off';
import { noJitter } from './no-jitter';
import { oversizedMessage } from './oversized-message';
import { pageChurn } from './page-churn';
import { reconnectStorm } from './reconnect-storm';
import { redelivery } from './redelivery';
import { resumeGap } from './resume-gap';
import { retriesPermanentRefusal } from './retries-permanent-refusal';
import { retriesWhileAway } from './retries-while-away';
import { sendsAfterClose } from './sends-after-close';
import { sendsTooEarly } from './sends-too-early';
import { serverWentAway } from './server-went-away';
import { slowerEachTime } from './slower-each-time';
import { tokenExpiry } from './token-expiry';
import { twinSockets } from './twin-sockets';
import { wastedHeartbeats } from './wasted-heartbeats';

/** Every cause about a chain: the reason before the way in which the client deals with it. */
export const chainCauses: readonly ChainCause[] = [
  tokenExpiry,
  retriesPermanentRefusal,
  missingStickySession,
  crashOnMessage,
  oversizedMessage,
  massClose,
  serverWentAway,
  idleTimeout,
  lifetimeLimit,
  gaveUp,
  reconnectStorm,
  flapping,
  halfOpen,
  noBackOff,
  duplicateConnections,
  pageChurn,
  retriesWhileAway,
  sendsAfterClose,
  sendsTooEarly,
  slowerEachTime,
  noJitter,
  resumeGap,
  redelivery,
  wastedHeartbeats,
  twinSockets,
  eventIdsInconsistent,
];
