import type { EventOf } from '../capture/event';
import { NOT_APPLICABLE, type Cause } from './cause';
import { found } from './reading/found';

export const constructorRefused: Cause = {
  id: 'constructor-refused',
  layer: 'before-handshake',
  severity: 'error',
  title: 'The browser refused to create the socket',
  explanation:
    '`new WebSocket()` threw an exception. There is no socket, no request went out, and no error or close event will come. Code that waits for an event waits forever.',
  likelyCauses: ['The URL or a subprotocol is not valid.', 'The page is https:// and the socket is ws://.'],
  next: ['Wrap the constructor in try and catch: a retry with the same arguments throws again.'],
  nextForUser: ['You cannot mend this: tell the people who made the page, with the error text.'],
  retry: 'change-first',
  needs: ['page-events'],
  diagnose({ constructorThrew }) {
    if (constructorThrew === undefined) return NOT_APPLICABLE;
    const { error, url, source, timeMs } = constructorThrew;
    const { title, next } = refusal(constructorThrew);
    const said = error.message === '' ? error.name : `${error.name}: ${error.message}`;
    const address = url === undefined ? '' : `("${url}")`;
    return found([{ source, timeMs, text: `new WebSocket${address} threw ${said}` }], {
      confidence: 'certain',
      ...(title === undefined ? {} : { title }),
      next,
    });
  },
};

interface Refusal {
  readonly title: string | undefined;
  readonly next: readonly string[];
}

/** Chromium says precisely what it dislikes; Firefox has one text for every SyntaxError (Chromium 156, Firefox 153). */
function refusal({ error: { name, message } }: EventOf<'socket-constructor-threw'>): Refusal {
  if (name === 'SecurityError') {
    return {
      title: 'An https:// page may not open a ws:// socket',
      next: ['Use wss:// and put TLS in front of the server. Only ws:// to localhost is exempt.'],
    };
  }
  if (name !== 'SyntaxError') return { title: undefined, next: [] };
  if (/subprotocol|is duplicated/.test(message)) {
    return {
      title: 'A subprotocol is not valid',
      next: ['Give each subprotocol once, without spaces, commas or other separators.'],
    };
  }
  if (/fragment/.test(message)) {
    return {
      title: 'The URL of the socket has a fragment',
      next: ['Remove the # and what follows it from the URL.'],
    };
  }
  if (/scheme/.test(message)) {
    return {
      title: 'The URL of the socket has the wrong scheme',
      next: ['Begin the URL with wss:// or ws://.'],
    };
  }
  return {
    title: 'The URL or a subprotocol is not valid',
    next: ['Check the URL for its scheme and a #, and the subprotocols for spaces and duplicates.'],
  };
}
