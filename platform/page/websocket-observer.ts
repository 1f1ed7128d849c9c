import { describeCloseCall } from './close-call';
import { createControlFilter, type ControlFilter } from './control-messages';
import { describeError } from './describe-error';
import { bodyOf, dataKind } from './message-body';
import { offeredProtocols } from './offered-protocols';
import { addListener, apply, captureGetter, construct, createSafeWeakMap, stringSlice } from './primordials';
import { recordMessage } from './record-message';
import type { Recorder } from './recorder';
import { replaceMethod, replaceValue, type Trap } from './replace';
import { withStack } from './stack';
import { createTextOnce } from './text-once';
import type { Traffic, TrafficBook } from './traffic';

const URL_LIMIT = 8_192;

interface SocketState {
  readonly id: number;
  readonly filter: ControlFilter;
  readonly traffic: Traffic;
}

/**
 * Observes every WebSocket of this realm. A page cannot tell: the constructor is a Proxy that returns the real
 * socket (so `instanceof`, subclassing, statics and errors are the browser's own), `send` and `close` are Proxies
 * over the real methods, and all else is listeners added at birth. Nothing of the page's is replaced or re-sent.
 *
 * @returns undo: the page's globals are as they were, sockets that live on are no longer reported
 */
export function observeWebSocket(recorder: Recorder, book: TrafficBook): () => void {
  const Native = globalThis.WebSocket;
  const { prototype } = Native;
  const urlOf = captureGetter<string>(prototype, 'url');
  const readyStateOf = captureGetter<number>(prototype, 'readyState');
  const bufferedAmountOf = captureGetter<number>(prototype, 'bufferedAmount');
  const protocolOf = captureGetter<string>(prototype, 'protocol');
  const extensionsOf = captureGetter<string>(prototype, 'extensions');
  const dataOf = captureGetter<unknown>(MessageEvent.prototype, 'data');
  const codeOf = captureGetter<number>(CloseEvent.prototype, 'code');
  const reasonOf = captureGetter<string>(CloseEvent.prototype, 'reason');
  const wasCleanOf = captureGetter<boolean>(CloseEvent.prototype, 'wasClean');
  // `isTrusted` is an own accessor of every event ([LegacyUnforgeable]), always with the same getter.
  const isTrusted = captureGetter<boolean>(new Event('x'), 'isTrusted');

  const sockets = createSafeWeakMap<SocketState>();
  let isActive = true;

  /** Ours must never become the page's: whatever fails in here is counted and goes no further. */
  function safely(observe: () => void): void {
    if (!isActive) return;
    try {
      observe();
    } catch {
      recorder.lost();
    }
  }

  /** Pages dispatch events of their own on sockets (mocks, reconnecting wrappers): those say nothing of the wire. */
  function onEvent(
    report: (state: SocketState, socket: object, event: Event) => void,
  ): (event: Event) => void {
    return function (this: unknown, event: Event): void {
      safely(() => {
        if (!isTrusted(event)) return;
        const socket = this as object;
        const state = sockets.get(socket);
        if (state !== undefined) report(state, socket, event);
      });
    };
  }

  const onOpen = onEvent((state, socket) => {
    recorder.control({
      ...recorder.stamp('socket-open', state.id),
      protocol: protocolOf(socket),
      extensions: extensionsOf(socket),
    });
  });
  // Not through `onEvent`: a message must cost the page as little as can be.
  function onMessage(this: unknown, event: Event): void {
    if (!isActive) return;
    try {
      if (!isTrusted(event)) return;
      const state = sockets.get(this as object);
      if (state !== undefined) recordMessage(recorder, book, state, false, bodyOf(dataOf(event)));
    } catch {
      recorder.lost();
    }
  }
  const onError = onEvent((state, socket) => {
    recorder.control({ ...recorder.stamp('socket-error', state.id), readyState: readyStateOf(socket) });
  });
  const onClose = onEvent((state, socket, event) => {
    recorder.lastWords(state.id);
    book.close(state.traffic);
    recorder.control({
      ...recorder.stamp('socket-close', state.id),
      code: codeOf(event),
      reason: reasonOf(event),
      wasClean: wasCleanOf(event),
      bufferedAmount: bufferedAmountOf(socket),
    });
  });

  // Registered before the page can register anything, and for the capture phase: first in Chromium (order of
  // registration) and in Firefox (capture before bubble), so that stopImmediatePropagation() hides nothing from us
  // and a buffer is still attached when we copy it. Null prototype: a page may pollute Object.prototype.once.
  const FIRST = { __proto__: null, capture: true };

  function onConstructed(socket: object, protocols: unknown): void {
    const url = urlOf(socket);
    const id = recorder.nextSocketId();
    const state: SocketState = { id, filter: createControlFilter(url), traffic: book.open(id) };
    sockets.set(socket, state);
    addListener(socket, ['open', onOpen, FIRST]);
    addListener(socket, ['message', onMessage, FIRST]);
    addListener(socket, ['error', onError, FIRST]);
    addListener(socket, ['close', onClose, FIRST]);
    recorder.control(
      withStack({
        ...recorder.stamp('socket-constructed', id),
        url: stringSlice(url, [0, URL_LIMIT]),
        protocols: offeredProtocols(protocols),
      }),
    );
  }

  function onConstructorThrew(address: unknown, problem: unknown): void {
    recorder.control(
      withStack({
        ...recorder.stamp('socket-constructor-threw', recorder.nextSocketId()),
        error: describeError(problem),
        ...(typeof address === 'string' ? { url: stringSlice(address, [0, URL_LIMIT]) } : undefined),
      }),
    );
  }

  const proxy: typeof WebSocket = new Proxy(Native, {
    // Null prototype: else a `get` or `apply` that the page puts on Object.prototype becomes a trap of ours.
    __proto__: null,
    construct(target: typeof WebSocket, parameters: unknown[], newTarget: NewableFunction): object {
      let socket: object;
      try {
        socket = construct(target, parameters, newTarget === proxy ? target : newTarget) as object;
      } catch (problem) {
        safely(() => onConstructorThrew(parameters[0], problem));
        throw problem;
      }
      safely(() => onConstructed(socket, parameters[1]));
      return socket;
    },
  } as ProxyHandler<typeof WebSocket>);

  const send: Trap = (target, self, parameters) => {
    const state = stateOf(self);
    if (state === undefined || parameters.length === 0) return apply(target, self, parameters);
    const data = parameters[0];
    const text = typeof data !== 'string' && dataKind(data) === 'foreign' ? createTextOnce(data) : undefined;
    let readyState = readyStateOf(self);
    let result: unknown;
    try {
      result = apply(target, self, text === undefined ? parameters : [text.argument]);
    } catch (problem) {
      safely(() => reportUnsent(state, readyState, text === undefined ? data : '', describeError(problem)));
      throw problem;
    }
    try {
      // Converting ran page code, which may have closed the socket in between.
      if (text !== undefined && readyStateOf(self) > readyState) readyState = readyStateOf(self);
      afterSend(state, self as object, readyState, text === undefined ? data : text.converted());
    } catch {
      recorder.lost();
    }
    return result;
  };

  function afterSend(state: SocketState, socket: object, readyState: number, data: unknown): void {
    // CLOSING or CLOSED: the browser drops the data and says nothing (WHATWG WebSockets, send()).
    if (readyState >= 2) {
      reportUnsent(state, readyState, data);
      return;
    }
    const body = bodyOf(data);
    recordMessage(recorder, book, state, true, body);
    const { traffic } = state;
    if (book.isBacklogWorthAsking(traffic, body.sizeBytes))
      book.noteBacklog(traffic, bufferedAmountOf(socket));
  }

  function reportUnsent(
    state: SocketState,
    readyState: number,
    data: unknown,
    error?: ReturnType<typeof describeError>,
  ): void {
    const { sizeBytes } = bodyOf(data);
    const record = { ...recorder.stamp('socket-send-failed', state.id), readyState, sizeBytes };
    recorder.control(error === undefined ? record : { ...record, error });
  }

  const close: Trap = (target, self, parameters) => {
    const state = stateOf(self);
    if (state === undefined) return apply(target, self, parameters);
    const readyState = readyStateOf(self);
    let result: unknown;
    try {
      result = apply(target, self, parameters);
    } catch (problem) {
      safely(() =>
        recorder.control({
          ...describeCloseCall(recorder, state.id, readyState, parameters),
          error: describeError(problem),
        }),
      );
      throw problem;
    }
    // close() dispatches nothing by itself: the events it leads to come later, and so in order.
    safely(() => {
      // What made the page close it was said just before, and the page may be gone before the server has answered.
      if (readyState < 2) recorder.lastWords(state.id);
      recorder.control(describeCloseCall(recorder, state.id, readyState, parameters));
    });
    return result;
  };

  function stateOf(self: unknown): SocketState | undefined {
    return isActive && typeof self === 'object' && self !== null ? sockets.get(self) : undefined;
  }

  const undoSend = replaceMethod(prototype, 'send', send);
  const undoClose = replaceMethod(prototype, 'close', close);
  const undoConstructor = replaceValue(prototype, 'constructor', proxy);
  const undoGlobal = replaceValue(globalThis, 'WebSocket', proxy);

  return () => {
    isActive = false;
    undoGlobal();
    undoConstructor();
    undoClose();
    undoSend();
  };
}
