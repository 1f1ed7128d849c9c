import { bodyOf, UNREAD } from './message-body';
import { isPolling, type PollingSession, type PollingSessions } from './polling-sessions';
import { addListener, apply, captureGetter, createSafeWeakMap } from './primordials';
import type { Recorder } from './recorder';
import { replaceMethod, type Trap } from './replace';
import { absolute, addressOf } from './request-url';

/** What `open()` asked for. An XMLHttpRequest may be opened again and again. */
interface Request {
  readonly method: 'GET' | 'POST';
  readonly address: string;
  session: PollingSession | undefined;
}

/**
 * Observes Engine.IO's polls among a page's XMLHttpRequests. All others pass through two Proxies over the real methods
 * and are looked at no further. Reads of an answer only what is there already, when it is there.
 *
 * @returns undo: the page's prototypes are as they were
 */
export function observeXhr(recorder: Recorder, sessions: PollingSessions): () => void {
  const { prototype } = XMLHttpRequest;
  const readyStateOf = captureGetter<number>(prototype, 'readyState');
  const statusOf = captureGetter<number>(prototype, 'status');
  const responseTypeOf = captureGetter<string>(prototype, 'responseType');
  const responseTextOf = captureGetter<string>(prototype, 'responseText');
  const requests = createSafeWeakMap<Request | false>();
  let isActive = true;

  function safely(observe: () => void): void {
    try {
      if (isActive) observe();
    } catch {
      recorder.lost();
    }
  }

  function textOf(xhr: object): string | undefined {
    const type = responseTypeOf(xhr);
    return type === '' || type === 'text' ? responseTextOf(xhr) : undefined;
  }

  function onStateChange(this: object): void {
    safely(() => {
      const request = requests.get(this);
      if (!request || request.session === undefined || readyStateOf(this) !== 4) return;
      const status = statusOf(this);
      // Nothing came: which way it failed is what the events after this one tell.
      if (status === 0) return;
      const { session, method } = request;
      const text = textOf(this);
      if (status !== 200) {
        sessions.failed(session, { method, status, ...(text === undefined ? undefined : { body: text }) });
      } else if (method === 'GET') {
        sessions.received(session, text === undefined ? UNREAD : bodyOf(text));
      }
    });
  }

  function onNoAnswer(isAborted: boolean): (this: object) => void {
    return function () {
      safely(() => {
        const request = requests.get(this);
        if (!request || request.session === undefined) return;
        const { session, method } = request;
        sessions.failed(session, { method, status: 0, ...(isAborted ? { isAborted } : undefined) });
      });
    };
  }

  const onError = onNoAnswer(false);
  const onAbort = onNoAnswer(true);
  // As for sockets: first in either browser, and no prototype that a page could have polluted.
  const FIRST = { __proto__: null, capture: true };

  const open: Trap = (target, self, parameters) => {
    const result = apply(target, self, parameters);
    safely(() => {
      const xhr = self as object;
      const before = requests.get(xhr);
      const address = addressOf(parameters[1]);
      const isWatched = address !== undefined && isPolling(address);
      if (!isWatched) {
        if (before !== undefined) requests.set(xhr, false);
        return;
      }
      const method = parameters[0] === 'POST' ? 'POST' : 'GET';
      requests.set(xhr, { method, address, session: undefined });
      if (before !== undefined) return;
      addListener(xhr, ['readystatechange', onStateChange, FIRST]);
      addListener(xhr, ['error', onError, FIRST]);
      addListener(xhr, ['timeout', onError, FIRST]);
      addListener(xhr, ['abort', onAbort, FIRST]);
    });
    return result;
  };

  const send: Trap = (target, self, parameters) => {
    // Before the call: a synchronous request ends within it.
    safely(() => {
      const request = typeof self === 'object' && self !== null && requests.get(self);
      if (!request) return;
      request.session = sessions.sessionOf(absolute(request.address));
      if (request.method === 'POST') sessions.sent(request.session, bodyOf(parameters[0]));
    });
    return apply(target, self, parameters);
  };

  const undoOpen = replaceMethod(prototype, 'open', open);
  const undoSend = replaceMethod(prototype, 'send', send);
  return () => {
    isActive = false;
    undoSend();
    undoOpen();
  };
}
