import { bodyOf } from './message-body';
import { isPolling, type PollingSession, type PollingSessions } from './polling-sessions';
import { apply, captureGetter, createSafeWeakMap, getOwnPropertyDescriptor } from './primordials';
import type { Recorder } from './recorder';
import { replaceMethod, type Trap } from './replace';
import { absolute, addressOf } from './request-url';

/**
 * Observes Engine.IO's polls over fetch. Until one is seen, `fetch` itself is left alone: pages compare its source text
 * to tell whether it is the browser's own, and a Proxy prints none. The first poll shows when the page reads its
 * answer; from then on `fetch` is a Proxy as well, which sees what is sent and what fails.
 *
 * Promises are watched, never replaced, and nothing is cloned: the page gets the browser's own, at its own time.
 *
 * @returns undo: the page's globals are as they were
 */
export function observeFetch(recorder: Recorder, sessions: PollingSessions): () => void {
  const { prototype } = Response;
  const urlOf = captureGetter<string>(prototype, 'url');
  const statusOf = captureGetter<number>(prototype, 'status');
  const owners = createSafeWeakMap<PollingSession>();
  let isActive = true;
  let undoFetch: (() => void) | undefined;

  function safely(observe: () => void): void {
    try {
      if (isActive) observe();
    } catch {
      recorder.lost();
    }
  }

  const text: Trap = (target, self, parameters) => {
    const result = apply(target, self, parameters);
    safely(() => {
      const response = self as object;
      const url = urlOf(response);
      if (!isPolling(url)) return;
      const session = owners.get(response) ?? sessions.sessionOf(url);
      const status = statusOf(response);
      undoFetch ??= replaceMethod(globalThis, 'fetch', fetchTrap);
      void whenSettled(result, (body) => {
        if (typeof body !== 'string') return;
        if (status === 200) sessions.received(session, bodyOf(body));
        else sessions.failed(session, { method: 'GET', status, body });
      });
    });
    return result;
  };

  const fetchTrap: Trap = (target, self, parameters) => {
    const result = apply(target, self, parameters);
    safely(() => {
      const address = addressOf(parameters[0]);
      if (address === undefined || !isPolling(address)) return;
      const session = sessions.sessionOf(absolute(address));
      // Own values alone: a getter of the page's has run once already.
      const init = parameters[1];
      const method = ownValue(init, 'method') === 'POST' ? 'POST' : 'GET';
      if (method === 'POST') sessions.sent(session, bodyOf(ownValue(init, 'body')));
      void whenSettled(
        result,
        (response) => {
          owners.set(response as object, session);
          const status = statusOf(response);
          // What a page does with the body of a refusal is its own affair; Engine.IO's client does not read it.
          if (status !== 200) sessions.failed(session, { method, status });
        },
        () => sessions.failed(session, { method, status: 0 }),
      );
    });
    return result;
  };

  /** `await` and not `then()`: it asks the page's promise for its constructor, and for nothing else. */
  async function whenSettled(
    promise: unknown,
    onValue: (value: unknown) => void,
    onFailure?: () => void,
  ): Promise<void> {
    let value: unknown;
    try {
      value = await promise;
    } catch {
      if (onFailure !== undefined) safely(onFailure);
      return;
    }
    safely(() => onValue(value));
  }

  const undoText = replaceMethod(prototype, 'text', text);
  return () => {
    isActive = false;
    undoFetch?.();
    undoText();
  };
}

function ownValue(owner: unknown, key: string): unknown {
  if (typeof owner !== 'object' || owner === null) return undefined;
  return getOwnPropertyDescriptor(owner, key)?.value;
}
