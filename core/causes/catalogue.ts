import { abnormalClosure } from './abnormal-closure';
import { acceptedThenDropped } from './accepted-then-dropped';
import { applicationCloseCode } from './application-close-code';
import { backPressure } from './back-pressure';
import { blockedByCsp } from './blocked-by-csp';
import { browserLimit } from './browser-limit';
import { cancelledByPage } from './cancelled-by-page';
import type { Cause } from './cause';
import { closeNotRecorded } from './close-not-recorded';
import { closeUnanswered } from './close-unanswered';
import { closedWithoutCode } from './closed-without-code';
import { connectionRefused } from './connection-refused';
import { constructorRefused } from './constructor-refused';
import { deviceSlept } from './device-slept';
import { goingAway } from './going-away';
import { handshakeConnectionLost } from './handshake-connection-lost';
import { handshakeFailed } from './handshake-failed';
import { handshakeForbidden } from './handshake-forbidden';
import { handshakeNotFound } from './handshake-not-found';
import { handshakeRejected } from './handshake-rejected';
import { handshakeServerError } from './handshake-server-error';
import { handshakeUnauthorized } from './handshake-unauthorized';
import { heartbeatMissed } from './heartbeat-missed';
import { invalidHandshakeResponse } from './invalid-handshake-response';
import { localNetworkBlocked } from './local-network-blocked';
import { nameNotResolved } from './name-not-resolved';
import { networkFailure } from './network-failure';
import { networkLost } from './network-lost';
import { normalClosure } from './normal-closure';
import { pageLeft } from './page-left';
import { pollingClosed } from './polling-closed';
import { pollingFailed } from './polling-failed';
import { profileCloseCode } from './profile-close-code';
import { profileConnectUnanswered } from './profile-connect-unanswered';
import { profileDisconnect } from './profile-disconnect';
import { profileHandshakeStatus } from './profile-handshake-status';
import { profileRefusal } from './profile-refusal';
import { protocolCloseCode } from './protocol-close-code';
import { protocolEnded } from './protocol-ended';
import { protocolError } from './protocol-error';
import { protocolViolation } from './protocol-violation';
import { reasonHidden } from './reason-hidden';
import { serverClosedWithCode } from './server-closed-with-code';
import { slowConsumer } from './slow-consumer';
import { socketIoConnectError } from './socket-io-connect-error';
import { socketIoConnectUnanswered } from './socket-io-connect-unanswered';
import { tlsFailure } from './tls-failure';
import { upgradeFailed } from './upgrade-failed';
import { webTransportClosed } from './webtransport-closed';

/** Every cause, the most specific first: the first one found explains the connection. The order is tested. */
export const causes: readonly Cause[] = [
  // No socket at all, or one that the page itself took back.
  blockedByCsp,
  constructorRefused,
  cancelledByPage,
  // The protocol inside knows more than any code that follows.
  profileRefusal,
  profileConnectUnanswered,
  profileDisconnect,
  socketIoConnectError,
  socketIoConnectUnanswered,
  protocolEnded,
  // Transports with ends of their own.
  webTransportClosed,
  pollingFailed,
  pollingClosed,
  // The browser's own words.
  profileHandshakeStatus,
  handshakeUnauthorized,
  handshakeForbidden,
  handshakeNotFound,
  handshakeServerError,
  handshakeRejected,
  connectionRefused,
  nameNotResolved,
  tlsFailure,
  invalidHandshakeResponse,
  handshakeConnectionLost,
  reasonHidden,
  localNetworkBlocked,
  browserLimit,
  networkFailure,
  pageLeft,
  protocolViolation,
  profileCloseCode,
  // What happened around the end.
  deviceSlept,
  networkLost,
  heartbeatMissed,
  closeUnanswered,
  slowConsumer,
  // What the page saw at the end.
  protocolCloseCode,
  protocolError,
  serverClosedWithCode,
  applicationCloseCode,
  goingAway,
  normalClosure,
  closedWithoutCode,
  backPressure,
  acceptedThenDropped,
  abnormalClosure,
  // The connection lives, but not as it should.
  upgradeFailed,
  // The floor: what cannot be told, and why.
  handshakeFailed,
  closeNotRecorded,
];
