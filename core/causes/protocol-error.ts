import type { Connection } from '../capture/connection';
import type { Wire } from '../protocols/wire';
import { CLEAR, type Cause, type Ruling } from './cause';
import { pageEvidence } from './reading/page-evidence';
import { found } from './reading/found';
import {
  failureText,
  protocolConfidence,
  retryAdvice,
  serverFailures,
  toRetryVerdict,
  type Word,
} from './reading/protocol-words';
import { whoClosed } from './reading/who-closed';
import { LAST_WORD_MS } from './thresholds';

export const protocolError: Cause = {
  id: 'protocol-error',
  layer: 'server-event',
  severity: 'warning',
  title: 'The server reported an error in a message',
  explanation:
    'The WebSocket works: the server uses it to say that something failed. Neither the close code nor the browser knows of it, and many pages show nothing.',
  likelyCauses: ['What the server says, which stands in the title.'],
  next: [
    'Handle this message in the page: show it, or act on it.',
    "Look into the server's log at this moment.",
  ],
  nextForUser: ['If something does not react, reload the page, and pass this finding on.'],
  retry: 'unknown',
  needs: ['messages'],
  diagnose(connection, { wire, application }) {
    // What a profile has words of its own for is told with them, beside the headline.
    const errors = serverFailures(wire.protocol, wire.notable, 'error').filter(
      ({ spoken }) => application?.notes.knows(spoken.packet, 'in') !== true,
    );
    const last = errors.at(-1);
    if (last === undefined) return CLEAR;
    const { endedMs } = connection;
    if (endedMs === undefined) return rulingWhileOpen(connection, wire, errors, last);
    return isLastWord(connection, last, endedMs) ? rulingForLastWord(connection, wire, last) : CLEAR;
  },
};

/** What answers a call is about that call: it explains an end only where the server ended the connection itself. */
function isLastWord(connection: Connection, { spoken }: Word, endedMs: number): boolean {
  if (endedMs - spoken.message.timeMs > LAST_WORD_MS) return false;
  const isServersEnd = connection.close?.wasClean === true && whoClosed(connection).by === 'server';
  return isServersEnd || spoken.packet.replyTo === undefined;
}

function rulingWhileOpen(
  connection: Connection,
  { protocol }: Wire,
  errors: readonly Word[],
  last: Word,
): Ruling {
  const times = errors.length === 1 ? 'an error' : `${errors.length} errors, the last one`;
  return found([rowOf(last)], {
    confidence: protocolConfidence(protocol, connection),
    title: `The ${protocol.name} server reported ${times}: ${failureText(last)}`,
    ...adviceOf(last),
  });
}

/** It may be why the connection ended right after, and it may not: the protocol does not say. */
function rulingForLastWord(connection: Connection, { protocol }: Wire, last: Word): Ruling {
  return found([rowOf(last), ...pageEvidence(connection)], {
    confidence: 'likely',
    severity: 'error',
    title: `The ${protocol.name} server reported an error, and the connection ended: ${failureText(last)}`,
    ...adviceOf(last),
  });
}

function rowOf({ spoken: { message, packet } }: Word) {
  const { source, timeMs } = message;
  return { source, timeMs, text: `The server sent: ${packet.summary}` };
}

function adviceOf({ failure, known }: Word) {
  const retry = failure.retry ?? known?.retry;
  return { retry: toRetryVerdict(retry), next: retryAdvice(retry) };
}
