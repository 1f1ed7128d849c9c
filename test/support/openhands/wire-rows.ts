import { authRows } from './rows-auth';
import { handshakeRows, unseenHandshakeRows } from './rows-handshake';
import { lostRows } from './rows-lost';
import { refusedRows } from './rows-refused';
import { transmissionRows, unseenTransmissionRows } from './rows-transmission';
import { v0EventRows } from './rows-v0-events';
import { v1EventRows } from './rows-v1-events';
import type { UnseenRow, WireRow } from './wire-row';

/** Everything that OpenHands does on the wire, in the order of the study. */
export const wireRows: readonly WireRow[] = [
  ...handshakeRows,
  ...refusedRows,
  ...lostRows,
  ...transmissionRows,
  ...v0EventRows,
  ...v1EventRows,
  ...authRows,
];
export const unseenRows: readonly UnseenRow[] = [...unseenHandshakeRows, ...unseenTransmissionRows];
