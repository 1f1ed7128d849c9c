import type { Chance } from '../chance';

/** What a hostile page does, as source that runs in it. `lab` is the address of a server that answers. */
export interface Attack {
  readonly name: string;
  readonly script: string;
  /** True in the page once it has done what it does. */
  readonly isOver: string;
}

/** Markup, script, control characters, marks of direction, halves of characters: what becomes trouble as anything but text. */
const PIECES = [
  '<img src=x onerror="globalThis.pwned=1">',
  '</script><script>globalThis.pwned=1</script>',
  '"><svg onload=globalThis.pwned=1>',
  'javascript:globalThis.pwned=1',
  '${globalThis.pwned=1}',
  '\u0000\u0007\u001b[31m\u007f',
  '\u202e\u2066\u200b\ufeff',
  '\ud800',
  '__proto__',
  'constructor',
  '\r\n\u2028',
  '😀'.repeat(50),
];

function nastyText(chance: Chance): string {
  return Array.from({ length: 1 + chance.below(5) }, () => chance.pick(PIECES, '')).join(' ');
}

/** Runs first, before the page's sockets: what the hook could lean on is broken, and counts who touches it. */
export const SPOIL_BUILT_INS = `(() => {
  globalThis.pageErrors = [];
  addEventListener('error', ({ message }) => pageErrors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => pageErrors.push(String(reason)));
  const fail = () => { throw new Error('spoilt'); };
  for (const [owner, names] of [
    [Array.prototype, ['push', 'map', 'forEach', 'slice', 'join', 'indexOf']],
    [String.prototype, ['slice', 'indexOf', 'charCodeAt', 'startsWith', 'includes', 'split']],
    [Map.prototype, ['get', 'set', 'has', 'delete']],
    [WeakMap.prototype, ['get', 'set', 'has', 'delete']],
    [MessagePort.prototype, ['postMessage', 'start', 'close']],
    [EventTarget.prototype, ['addEventListener', 'dispatchEvent']],
    [Uint8Array.prototype.__proto__, ['set', 'slice', 'subarray']],
    [TextEncoder.prototype, ['encode', 'encodeInto']],
    [Performance.prototype, ['now']],
    [Reflect, ['apply', 'construct', 'defineProperty', 'getOwnPropertyDescriptor']],
    [Object, ['defineProperty', 'keys', 'assign', 'getOwnPropertyDescriptor']],
  ]) for (const name of names) owner[name] = fail;
  for (const name of ['get', 'set', 'apply', 'construct', 'once', 'signal', 'capture', 'value', 'then', 'text', 'stack'])
    Object.prototype.__defineGetter__.call(Object.prototype, name, () => undefined);
  // Last: the loops above go by it.
  Array.prototype[Symbol.iterator] = fail;
  globalThis.setTimeout = fail;
  globalThis.Error = class extends Error { constructor() { super(); fail(); } };
})()`;

/** All of them in the order of the campaign; each leaves the page in a state in which the next can run. */
export function attacksOf(lab: { readonly wsOrigin: string }, chance: Chance): readonly Attack[] {
  const texts = Array.from({ length: 40 }, () => nastyText(chance));
  const url = (path: string) => JSON.stringify(`${lab.wsOrigin}${path}`);
  return [
    {
      name: 'forged events, messages and ports',
      isOver: 'globalThis.forged === 300',
      script: `(() => {
        globalThis.forged = 0;
        const record = { type: 'socket-constructed', source: 'page-hook', seq: 1, timeMs: 1, socketId: 666, url: 'wss://forged.example/' };
        const socket = new WebSocket(${url('/sink')});
        for (; forged < 300; forged += 1) {
          const { port1, port2 } = new MessageChannel();
          dispatchEvent(new MessageEvent('hangup:port', { ports: [port2], data: record }));
          port1.postMessage({ kind: 'control', record });
          port1.postMessage({ kind: 'payload', watchId: 1, records: [{ type: 'message-batch' }], throughSeq: 1e308 });
          postMessage({ kind: 'control', record, records: [record], type: 'hangup:wake' }, '*');
          dispatchEvent(new CustomEvent('hangup:port', { detail: record }));
          socket.dispatchEvent(new MessageEvent('message', { data: 'forged-message' }));
          socket.dispatchEvent(new CloseEvent('close', { code: 4666, reason: 'forged-close', wasClean: true }));
        }
      })()`,
    },
    {
      name: 'lies about sockets',
      isOver: 'globalThis.liars === 100',
      script: `(() => {
        globalThis.liars = 0;
        const lie = (value) => ({ configurable: true, get: () => value });
        for (let n = 0; n < 100; n += 1) {
          class Liar extends WebSocket {
            get readyState() { return NaN; }
            get url() { return { toString() { throw new Error('no'); } }; }
            get bufferedAmount() { return -1; }
          }
          const liar = new Liar(${url('/close/4001/liar')});
          Object.defineProperties(liar, { protocol: lie(Symbol('x')), extensions: lie(1n), binaryType: lie({}) });
          Object.setPrototypeOf(liar, n % 2 === 0 ? null : Liar.prototype);
          EventTarget.prototype.addEventListener.call(liar, 'close', (event) => {
            Object.defineProperty(event, 'code', lie('not a number'));
            globalThis.liars += 1;
          });
        }
      })()`,
    },
    {
      name: 'control characters and script in every string',
      isOver: `globalThis.spoken === ${texts.length}`,
      script: `(() => {
        globalThis.spoken = 0;
        const texts = ${JSON.stringify(texts)};
        for (const text of texts) {
          document.title = text;
          history.replaceState(null, '', '?' + encodeURIComponent(text.toWellFormed()) + '#' + text);
          try { new WebSocket(text, [text, text]); } catch {}
          try { new WebSocket('ws://[' + text); } catch {}
          const socket = new WebSocket(${url('/echo/')} + encodeURIComponent(text.toWellFormed()) + '?' + text.replaceAll('#', ''));
          socket.onopen = () => {
            socket.send(text);
            socket.send(JSON.stringify({ type: text, [text]: text, error: text }));
            socket.send('42' + JSON.stringify([text, { [text]: text }]));
            socket.send(new TextEncoder().encode(text));
            let reason = text.toWellFormed();
            while (new TextEncoder().encode(reason).length > 123) reason = [...reason].slice(0, -1).join('');
            socket.close(4000 + spoken, reason);
          };
          socket.onclose = () => { spoken += 1; };
        }
      })()`,
    },
    {
      name: '100 MB messages, out and in, as text and bytes',
      isOver: 'globalThis.largeCame === 2',
      script: `(() => {
        globalThis.largeCame = 0;
        const socket = new WebSocket(${url('/echo/large')});
        socket.binaryType = 'arraybuffer';
        socket.onmessage = () => { largeCame += 1; };
        socket.onopen = () => { socket.send('x'.repeat(1e8)); socket.send(new Uint8Array(1e8)); };
      })()`,
    },
    {
      // Eight at once: of more Chromium lets each wait for seconds (docs/discoveries/chromium-delays-many-sockets.md).
      name: '10,000 sockets',
      isOver: 'globalThis.ended === 10000',
      script: `(() => {
        globalThis.ended = 0;
        let made = 0;
        const next = () => {
          if (made >= 10000) return;
          made += 1;
          new WebSocket(${url('/close/4001/many')}).onclose = () => { ended += 1; next(); };
        };
        for (let n = 0; n < 8; n += 1) next();
      })()`,
    },
    {
      name: '20,000 messages a second for 10 s',
      isOver: 'globalThis.flooded === 200000 && globalThis.flooding.bufferedAmount === 0',
      script: `(() => {
        globalThis.flooded = 0;
        const socket = (globalThis.flooding = new WebSocket(${url('/sink/flood')}));
        socket.onopen = () => {
          const begin = performance.now();
          const timer = setInterval(() => {
            const due = Math.min(200000, flooded + 500, (performance.now() - begin) * 20);
            while (flooded < due) socket.send('{"type":"update","n":' + (flooded += 1) + '}');
            if (flooded >= 200000) clearInterval(timer);
          }, 4);
        };
      })()`,
    },
  ];
}
