import type { EventOf } from '../capture/event';
import { hiddenError } from '../close-codes/hidden-error';
import { codeRange, registeredCode } from '../close-codes/registered';
import { CLEAR, NOT_APPLICABLE, type Cause, type Severity } from './cause';
import { evidenceOf, found } from './reading/found';
import { isLiteralReservedCode } from './reading/literal-code';
import { didOpen } from './reading/opened';
import { quoted } from './reading/words';

type Close = EventOf<'socket-close'>;

export const serverClosedWithCode: Cause = {
  id: 'server-closed-with-code',
  layer: 'close',
  severity: 'error',
  title: 'The server closed the connection with an error code',
  explanation:
    'The server sent a Close frame with a code that stands for a problem, or with one that stands for none but a reason that names an error. The code is the word of the server: the network did what it should.',
  likelyCauses: [
    'The server met an error, a limit or a rule, as its code and reason say.',
    'The server or its process manager restarts (1001, 1012).',
    'The server did not get the answers to its pings in time (1011 with a reason that says so).',
  ],
  next: ["Look into the server's log at this moment: the server decided to close, so it knows why."],
  nextForUser: ['Wait a minute and reload; if it happens again, pass the code and the reason on.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection) {
    const { close } = connection;
    if (close === undefined || !didOpen(connection)) return NOT_APPLICABLE;
    const verdict = judge(close);
    if (verdict === undefined) return CLEAR;
    return found(evidenceOf(connection), { confidence: 'certain', ...verdict });
  },
};

interface Judgement {
  readonly title: string;
  readonly severity: Severity;
  readonly next: readonly string[];
}

function judge(close: Close): Judgement | undefined {
  const { code, reason } = close;
  if (code === 1000 || code === 1001) return judgeHiddenError(close);
  if (registeredCode(code)?.isNeverSent)
    return isLiteralReservedCode(close) ? judgeLiteralCode(close) : undefined;
  const range = codeRange(code);
  if (range === 'library' || range === 'application') return undefined;
  const known = registeredCode(code);
  return {
    title: `The server closed with ${code} (${known?.name.toLowerCase() ?? 'unassigned'})${quoted(reason)}`,
    severity: known?.retry === 'with-backoff' && code !== 1011 ? 'warning' : 'error',
    next: ADVICE[code] ?? (known === undefined || code === 1004 ? [NO_MEANING] : []),
  };
}

const NO_MEANING =
  'No standard gives this code a meaning: ask the maker of the server, who should use one from 4000 to 4999.';

const ADVICE: Readonly<Record<number, readonly string[]>> = {
  1002: ['Send only what the protocol allows: compare the library versions of both sides.'],
  1003: ['Send the type of message that this endpoint takes: text or binary.'],
  1007: ['Send text as UTF-8, and everything else as binary.'],
  1008: ['Check login, origin and quotas: the same attempt will be refused again.'],
  1009: ['Split the message or raise the limit of the server: the same message fails again.'],
  1011: ['Reconnect with a growing, random delay, and report it to the maker of the server.'],
  1012: ['Reconnect with a random delay, so that not all clients come back at once.'],
  1013: ['Reconnect later, with a long and random delay.'],
  1014: ['Reconnect with a growing delay, and check the server behind the gateway.'],
};

/** F.e. Hasura: `1000 {"server_error_msg":"4400: ..."}`; OpenAI Realtime: 1001 at the maximum duration. */
function judgeHiddenError({ code, reason }: Close): Judgement | undefined {
  const error = hiddenError(reason);
  if (error === undefined) return undefined;
  return {
    title: `The server closed with ${code}, but its reason names an error${quoted(error)}`,
    severity: 'error',
    next: [
      'Go by the reason: the code alone looks like an ordinary end, and clients may not reconnect after it.',
    ],
  };
}

function judgeLiteralCode({ code, reason }: Close): Judgement {
  return {
    title: `The server sent ${code}, which must never be sent${quoted(reason)}`,
    severity: 'error',
    next: [
      'Fix the server: RFC 6455 section 7.4.1 forbids 1005, 1006 and 1015 in a Close frame. Chromium fails such a connection and shows 1006.',
    ],
  };
}
