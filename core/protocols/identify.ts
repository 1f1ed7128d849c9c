import type { Connection } from '../capture/connection';
import { protocols } from './catalogue';
import { opaque } from './opaque';
import { FIRST_MESSAGES, type Opening, type Protocol } from './protocol';
import { identifyAmong } from './reading/identify-among';

/** The protocol that is spoken: the first that is certain of it, else the first that takes it to be likely. */
export function identify(opening: Opening): Protocol {
  return identifyAmong(protocols, opening) ?? opaque;
}

export function openingOf(connection: Connection): Opening {
  const { url, constructed, open, handshake, messages, pollingSocketId } = connection;
  return {
    url,
    offered: constructed?.protocols ?? [],
    accepted: open?.protocol ?? acceptedIn(handshake?.responseHeaders),
    firstMessages: messages.slice(0, FIRST_MESSAGES),
    pollingSocketId,
  };
}

/** Where only the browser's log was there: the subprotocol stands in the answer to the handshake. */
function acceptedIn(headers: readonly (readonly [name: string, value: string])[] = []): string {
  return headers.find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1] ?? '';
}
