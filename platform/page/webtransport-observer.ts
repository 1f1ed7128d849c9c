import { describeError } from './describe-error';
import { apply, captureGetter, construct, createSafeWeakMap, stringSlice } from './primordials';
import type { Recorder } from './recorder';
import { replaceMethod, replaceValue, type Trap } from './replace';
import { absolute, addressOf } from './request-url';
import { withStack } from './stack';
import type { Traffic, TrafficBook } from './traffic';

const URL_LIMIT = 8_192;

/**
 * Observes when WebTransport sessions begin, open and end, and how many streams the page creates. Streams are not
 * read: each way to read along changes their back-pressure.
 *
 * @param marksPromisesAsHandled the browser marks `ready` and `closed` as handled by itself, as W3C WebTransport says.
 *   Chromium 156 does. Firefox 153 does not: whoever watches them there hides the page's unhandled rejections, so how a
 *   session opens and ends stays unseen
 * @returns undo: the page's globals are as they were
 */
export function observeWebTransport(
  recorder: Recorder,
  book: TrafficBook,
  marksPromisesAsHandled: boolean,
): () => void {
  const Native = globalThis.WebTransport;
  const { prototype } = Native;
  const readyOf = captureGetter<Promise<unknown>>(prototype, 'ready');
  const closedOf = captureGetter<Promise<unknown>>(prototype, 'closed');
  const sessions = createSafeWeakMap<Traffic>();
  let isActive = true;

  function safely(observe: () => void): void {
    try {
      if (isActive) observe();
    } catch {
      recorder.lost();
    }
  }

  async function watch(transport: object, session: Traffic): Promise<void> {
    void watchReady(transport, session);
    let info: unknown;
    try {
      info = await closedOf(transport);
    } catch (problem) {
      safely(() => {
        book.close(session);
        recorder.control({
          ...recorder.stamp('webtransport-closed', session.socketId),
          error: describeError(problem),
        });
      });
      return;
    }
    safely(() => {
      const { closeCode, reason } = info as { closeCode?: unknown; reason?: unknown };
      book.close(session);
      recorder.control({
        ...recorder.stamp('webtransport-closed', session.socketId),
        ...(typeof closeCode === 'number' ? { closeCode } : undefined),
        ...(typeof reason === 'string' ? { reason } : undefined),
      });
    });
  }

  async function watchReady(transport: object, session: Traffic): Promise<void> {
    try {
      await readyOf(transport);
    } catch {
      // `closed` rejects with the same error and is reported.
      return;
    }
    safely(() =>
      recorder.control({ ...recorder.stamp('socket-open', session.socketId), protocol: '', extensions: '' }),
    );
  }

  function onConstructed(transport: object, input: unknown): void {
    const session = book.open(recorder.nextSocketId());
    sessions.set(transport, session);
    const address = addressOf(input);
    recorder.control(
      withStack({
        ...recorder.stamp('socket-constructed', session.socketId),
        transport: 'webtransport',
        url: address === undefined ? '' : stringSlice(absolute(address), [0, URL_LIMIT]),
        protocols: [],
      }),
    );
    if (marksPromisesAsHandled) void watch(transport, session);
  }

  const proxy: typeof WebTransport = new Proxy(Native, {
    __proto__: null,
    construct(target: typeof WebTransport, parameters: unknown[], newTarget: NewableFunction): object {
      const transport = construct(target, parameters, newTarget === proxy ? target : newTarget) as object;
      safely(() => onConstructed(transport, parameters[0]));
      return transport;
    },
  } as ProxyHandler<typeof WebTransport>);

  function onCall(report: (session: Traffic) => void): Trap {
    return (target, self, parameters) => {
      const result = apply(target, self, parameters);
      safely(() => {
        const session = typeof self === 'object' && self !== null ? sessions.get(self) : undefined;
        if (session !== undefined) report(session);
      });
      return result;
    };
  }

  const countStream = onCall((session) => {
    session.streamsCreated += 1;
  });
  const undo = [
    replaceMethod(
      prototype,
      'close',
      onCall((session) => {
        recorder.control(
          withStack({ ...recorder.stamp('socket-close-called', session.socketId), readyState: 1 }),
        );
      }),
    ),
    replaceMethod(prototype, 'createBidirectionalStream', countStream),
    replaceMethod(prototype, 'createUnidirectionalStream', countStream),
    replaceValue(prototype, 'constructor', proxy),
    replaceValue(globalThis, 'WebTransport', proxy),
  ] as const;

  return () => {
    isActive = false;
    for (let index = undo.length - 1; index >= 0; index -= 1) undo[index]?.();
  };
}
