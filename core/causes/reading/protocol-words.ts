import type { Connection } from '../../capture/connection';
import type { Retry } from '../../close-codes/registered';
import { openingOf } from '../../protocols/identify';
import type { Failure, KnownFailure, Protocol, ProtocolCloseCode } from '../../protocols/protocol';
import type { SpokenPacket } from '../../protocols/transcript';
import type { Confidence, RetryVerdict, Severity } from '../cause';

/** What a protocol's own table says of a close code: the narrowest range that holds it. */
export function closeCodeOf({ closeCodes }: Protocol, code: number): ProtocolCloseCode | undefined {
  return closeCodes
    .filter(({ from, to = from }) => from <= code && code <= to)
    .toSorted((a, b) => width(a) - width(b))[0];
}

function width({ from, to = from }: ProtocolCloseCode): number {
  return to - from;
}

/** What a protocol's own table says of a failure. */
function knownFailureOf({ failures }: Protocol, { code }: Failure): KnownFailure | undefined {
  return code === undefined ? undefined : failures.find((known) => known.code === code);
}

/** A packet by which one side tells of a failure, or ends the connection, in words. */
export interface Word {
  readonly spoken: SpokenPacket;
  readonly failure: Failure;
  readonly known: KnownFailure | undefined;
}

/** Everything of that kind that the server said, oldest first. */
export function serverFailures(
  protocol: Protocol,
  notable: readonly SpokenPacket[],
  kind: 'end' | 'error',
): readonly Word[] {
  return notable.flatMap((spoken): Word[] => {
    const { packet, message } = spoken;
    if (packet.kind !== kind || packet.failure === undefined || message.direction !== 'in') return [];
    return [{ spoken, failure: packet.failure, known: knownFailureOf(protocol, packet.failure) }];
  });
}

/** `connection_error: could not verify JWT`: the code in the words of the protocol where it has any, and what was said. */
export function failureText({ failure, known }: Word): string {
  const { code, message } = failure;
  const meaning = known?.meaning ?? code;
  if (meaning === undefined) return message;
  return message === '' || message === code || message === meaning ? meaning : `${meaning}: "${message}"`;
}

export function toRetryVerdict(retry: Retry | undefined): RetryVerdict {
  switch (retry) {
    case 'yes':
    case 'with-backoff':
      return 'can-succeed';
    case 'no':
    case 'after-renewal':
      return 'change-first';
    case 'unknown':
    case undefined:
      return 'unknown';
  }
}

export function severityOf(retry: Retry | undefined): Severity {
  return retry === 'yes' || retry === 'with-backoff' ? 'warning' : 'error';
}

const ADVICE: Readonly<Record<Retry, string | undefined>> = {
  yes: 'Reconnect: the protocol says that a new attempt can succeed at once.',
  'with-backoff':
    'Reconnect with a growing, random delay: the protocol says that a later attempt can succeed.',
  'after-renewal': 'Renew the token or the session first, then reconnect.',
  no: 'Do not reconnect unchanged: the protocol says that the same attempt is refused again.',
  unknown: undefined,
};

export function retryAdvice(retry: Retry | undefined): readonly string[] {
  const advice = retry && ADVICE[retry];
  return advice === undefined ? [] : [advice];
}

/** A number means what the protocol says only if it is that protocol. */
export function protocolConfidence(protocol: Protocol, connection: Connection): Confidence {
  return protocol.recognise(openingOf(connection)) === 'certain' ? 'certain' : 'likely';
}
