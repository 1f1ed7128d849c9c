import type { HandshakeEvent } from '../capture/event';
import { bareChromiumText, chromiumFailure } from './chromium-failure';
import type { FailureMeaning, KnownFailure } from './failure';
import { ANSWERED_NOT_101, firefoxFailure } from './firefox-failure';

/** How a handshake, and the network side of what followed it, ended by the browser's own word. */
export type HandshakeOutcome =
  /** 101, and no failure was recorded. In Firefox the answer may still have been invalid: then no `open` follows. */
  | { readonly kind: 'opened' }
  /** The request was seen, neither its answer nor its failure. */
  | { readonly kind: 'unrecorded' }
  /** It failed and the words were withheld (Chromium with certain extensions). */
  | { readonly kind: 'hidden' }
  /** An answer other than 101. */
  | { readonly kind: 'answered'; readonly status: number; readonly text?: string }
  | (FailureMeaning & { readonly text: string })
  /** It had opened and failed later, with words that are not those of a protocol violation. */
  | { readonly kind: 'failed-after-open'; readonly text: string }
  | { readonly kind: 'unknown-text'; readonly text: string };

/** Reads what the browser recorded, whichever browser it was. Knows nothing of the page's half. */
export function toHandshakeOutcome(event: HandshakeEvent): HandshakeOutcome {
  const { status, failure } = event;
  const text = failure === undefined ? undefined : bareChromiumText(failure);
  if (status === 101) return outcomeAfterOpen(event, text);
  // Firefox 153 reads bytes that are not HTTP as an HTTP/0.9 answer: status 200 and not one header.
  if (
    event.source === 'web-request' &&
    status === 200 &&
    text === ANSWERED_NOT_101 &&
    !event.responseHeaders?.length
  ) {
    return {
      kind: 'invalid-response',
      text: 'HTTP/0.9 200 without headers',
      meaning: 'What answered does not speak HTTP.',
      fix: 'Check the port: a database, SSH or another raw TCP service may listen there.',
    };
  }
  if (status !== undefined) return { kind: 'answered', status };
  if (text === undefined) return { kind: 'unrecorded' };
  if (text === '') return { kind: 'hidden' };
  return withText(knownFailure(event, text), text);
}

function outcomeAfterOpen(event: HandshakeEvent, text: string | undefined): HandshakeOutcome {
  if (text === undefined) return { kind: 'opened' };
  const known = knownFailure(event, text);
  if (known?.kind === 'violation-after-open' || known?.kind === 'page-cached') return { ...known, text };
  return { kind: 'failed-after-open', text };
}

function knownFailure(event: HandshakeEvent, text: string): KnownFailure | undefined {
  switch (event.source) {
    case 'network-log':
      return chromiumFailure(text);
    case 'web-request':
      return text === ANSWERED_NOT_101 ? undefined : firefoxFailure(text);
    case 'file':
      // A recording does not say which browser wrote it. Only a Firefox constant is unmistakable; a sentence that
      // Chromium's tables do not know may be anything, so it is not taken for a TLS text here.
      return chromiumFailure(text) ?? (text.startsWith('NS_') ? firefoxFailure(text) : undefined);
  }
}

function withText(known: KnownFailure | undefined, text: string): HandshakeOutcome {
  return known ? { ...known, text } : { kind: 'unknown-text', text };
}
