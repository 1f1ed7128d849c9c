import { encode } from '@msgpack/msgpack';
import type { HangupEvent } from '../../core/capture/event';
import { NAMED_PLACES, SHAPED_PLACES } from './secret-places';

/** A generator of the same chance each time (mulberry32). */
function createChance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HEX = '0123456789abcdef';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE64URL = `${BASE62}-_`;

/** Makes secrets as issuers form them; each is a new one. */
function createIssuer(seed: number) {
  const chance = createChance(seed);
  const some = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(chance() * alphabet.length))).join('');
  const base64 = (text: string) => Buffer.from(text).toString('base64url');
  const SHAPED: readonly (() => string)[] = [
    () =>
      `${base64('{"alg":"HS256","typ":"JWT"}')}.${base64(`{"sub":"${some(BASE62, 12)}"}`)}.${some(BASE64URL, 43)}`,
    () => `sk-${some(BASE62, 40)}`,
    () => `sk-oh-${some(BASE62, 24)}`,
    () => `ghp_${some(BASE62, 36)}`,
    () => `gho_${some(BASE62, 36)}`,
    () => `github_pat_${some(BASE62, 22)}_${some(BASE62, 30)}`,
    () => `glpat-${some(BASE62, 20)}`,
    () => `xoxb-${some(HEX, 12)}-${some(BASE62, 24)}`,
    () => `AKIA${some('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    () => Buffer.from(some(BASE62, 32)).toString('hex'),
    () => some(HEX, 64),
    () => some(BASE62, 43),
    () => some(BASE64URL, 43).replace(/^[-_]|[-_]$/g, 'x'),
    () => `${some(BASE62, 9)}.${some(BASE62, 5)}@mail.${some(BASE62, 6).toLowerCase()}.example`,
  ];
  const NAMED: readonly (() => string)[] = [
    () => `hunter2-${some(BASE62, 8)}`,
    () => `p"a\\ss ${some(BASE62, 6)} wörd&=%25`,
    () => `${some(HEX, 8)}-${some(HEX, 4)}-4${some(HEX, 3)}-a${some(HEX, 3)}-${some(HEX, 12)}`,
    () => some(BASE62, 14),
  ];
  return {
    shaped: SHAPED,
    named: NAMED,
  };
}

export interface Planted {
  readonly events: readonly HangupEvent[];
  /** Each secret with a word for where it was planted. */
  readonly secrets: readonly { readonly secret: string; readonly where: string }[];
}

/** A capture with secrets of every kind in every place and form; each secret is planted once, and is told apart. */
export function plantSecrets(seed: number): Planted {
  const { shaped, named } = createIssuer(seed);
  const secrets: { secret: string; where: string }[] = [];
  const events: HangupEvent[] = [];
  let seq = 0;
  let turn = 0;

  function plant(where: string, make?: () => string): string {
    const all = [...named, ...shaped];
    const secret = (make ?? all[(turn += 1) % all.length] ?? (() => ''))();
    secrets.push({ secret, where });
    return secret;
  }
  const page = () => ({
    source: 'page-hook' as const,
    streamId: 'page',
    socketId: 1,
    seq: (seq += 1),
    timeMs: seq,
  });
  const text = (body: string): HangupEvent => ({
    ...page(),
    type: 'message',
    direction: 'in',
    format: 'text',
    sizeBytes: body.length,
    text: body,
  });
  const binary = (bytes: Uint8Array): HangupEvent => ({
    ...page(),
    type: 'message',
    direction: 'in',
    format: 'binary',
    sizeBytes: bytes.length,
    bytes: new Uint8Array(bytes),
  });
  const lifecycle = () => ({
    source: 'page-lifecycle' as const,
    streamId: 'page',
    seq: (seq += 1),
    timeMs: seq,
  });
  const query = (where: string) => `session_api_key=${encodeURIComponent(plant(where))}`;

  events.push(
    { ...page(), type: 'source-started', url: `https://h/?${query('page address')}` },
    {
      ...page(),
      type: 'socket-constructed',
      url: `wss://h/sockets/events/87f5ada82bc849fe854ce03610507e29?${query('socket address')}`,
      protocols: ['chat', plant('subprotocol', shaped[0])],
      stack: `at https://h/app.js?${query('stack')}:1:2`,
    },
    {
      ...page(),
      socketId: 2,
      type: 'socket-constructor-threw',
      url: `ws://ann:${encodeURIComponent(plant('user info', named[0]))}@h/`,
      error: { name: 'SyntaxError', message: `bad URL ws://h/?${query('error text')}` },
    },
    { ...page(), type: 'socket-open', protocol: 'chat', extensions: '' },
    ...[...shaped, ...shaped].flatMap((make) =>
      Object.entries(SHAPED_PLACES).map(([where, write]) => text(write(plant(where, make)))),
    ),
    ...named.flatMap((make) =>
      Object.entries(NAMED_PLACES).map(([where, write]) => text(write(plant(where, make)))),
    ),
    ...shaped.map((make) =>
      binary(new TextEncoder().encode(`{"note":${JSON.stringify(plant('JSON as bytes', make))}}`)),
    ),
    ...[...named, ...shaped].map((make) =>
      binary(
        encode(
          { type: 2, nsp: '/', data: ['say', { auth_token: plant('MessagePack', make), n: [1, 2n ** 40n] }] },
          { useBigInt64: true },
        ),
      ),
    ),
    binary(new Uint8Array([0, 1, 2, 255, ...new TextEncoder().encode(plant('unreadable bytes')), 0])),
    {
      ...page(),
      type: 'socket-close-called',
      readyState: 1,
      code: 4000,
      reason: `token=${plant('reason of close()', named[3])}`,
      error: { name: 'E', message: `no ${plant('error of close()', shaped[3])}` },
    },
    {
      ...page(),
      type: 'socket-close',
      code: 4401,
      reason: `Invalid api_key: ${plant('close reason', shaped[11])}`,
      wasClean: true,
      bufferedAmount: 0,
    },
    {
      ...page(),
      type: 'polling-failed',
      method: 'GET',
      status: 401,
      body: `{"token":"${plant('poll body', named[3])}"}`,
    },
    { ...page(), type: 'webtransport-closed', reason: `jwt=${plant('WebTransport reason', named[3])}` },
    { ...lifecycle(), type: 'page-navigated', url: `https://h/conversations/1?${query('new address')}` },
    {
      type: 'handshake',
      source: 'network-log',
      streamId: 'log',
      socketId: 1,
      seq: 1,
      timeMs: 5,
      url: `wss://h/sockets/events/87f5ada82bc849fe854ce03610507e29?${query('logged address')}`,
      documentUrl: `https://h/?${query('document address')}`,
      redirectUrl: `https://h/login?${query('redirect')}`,
      status: 302,
      responseHeaders: [
        ['Set-Cookie', `keycloak_auth=${plant('Set-Cookie', shaped[0])}; Max-Age=0; Path=/`],
        [
          'Location',
          `/login?next=${encodeURIComponent(`/x?token=${encodeURIComponent(plant('Location'))}`)}`,
        ],
        ['X-API-Key', plant('X-API-Key')],
        ['X-Session-API-Key', plant('X-Session-API-Key')],
        ['X-Access-Token', plant('X-Access-Token')],
        ['Proxy-Authorization', `Basic ${Buffer.from(`ann:${plant('Basic')}`).toString('base64')}`],
        ['Authorization', `Bearer ${plant('Bearer', named[3])}`],
        ['Date', 'Mon, 23 Nov 2026 10:00:00 GMT'],
      ],
      failure: `WebSocket connection to 'wss://h/?${query('failure text')}' failed: Unexpected response code: 403`,
    },
    {
      type: 'probe',
      source: 'probe',
      streamId: 'probe',
      seq: 1,
      timeMs: 900,
      startedMs: 800,
      connectionId: 'page/1',
      url: `https://h/?${query('probe address')}`,
      how: 'http-get',
      steps: [
        {
          method: 'GET',
          url: `https://h/?${query('probe step address')}`,
          status: 401,
          headers: [['set-cookie', `sid=${plant('probe cookie', named[3])}; HttpOnly`]],
          body: `<form><input value="${plant('probe body', shaped[2])}"></form><script>var apiKey="${plant('script in a body', named[3])}"</script>`,
        },
        {
          method: 'GET',
          url: 'https://h/',
          failure: 'network',
          failureText: `failed: ${plant('probe failure', shaped[4])}`,
        },
      ],
    },
  );
  // A secret that its name gave away in one place, told in words in another.
  const told = plant('told in words', named[3]);
  events.push(text(JSON.stringify({ token: told })), text(`you sent ${told}, which is unknown`));
  return { events, secrets };
}
