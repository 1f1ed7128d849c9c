import { randomUUID } from 'node:crypto';
import type { FaultLab } from './fault-lab';

/** One fault as a person or a test meets it: a page to open, and what Hangup must then say of its connection. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  /** The page to open. Each call gives a fresh visit: faults that count attempts start over. */
  readonly page: (lab: FaultLab) => string;
  /** The socket's address without its query, or the Socket.IO path: unique in the catalogue, to find it in the panel. */
  readonly endpoint: (lab: FaultLab) => string;
  /** The cause is about how the page deals with a failure that has a card of its own, and is told on that card. */
  readonly isBeside: boolean;
  /** Takes more than half a minute in a browser: for `npm run accuracy`, which has the time. */
  readonly isSlow: boolean;
  /** The cause's id per browser, of the page's first attempt. They differ where the browsers do. */
  readonly expected: {
    readonly chromium: { readonly cause: string };
    readonly firefox: { readonly cause: string };
  };
}

/** One id where both browsers agree, else one each. */
export type Causes = string | { readonly chromium: string; readonly firefox: string };

export type Origin = 'wsOrigin' | 'tlsWsOrigin' | 'refusedWsOrigin' | `${'ws' | 'wss'}://${string}`;

export interface NativeFault {
  readonly causes: Causes;
  /** Path and query of the socket's address. */
  readonly target: string;
  readonly origin?: Origin | ((lab: FaultLab) => string);
  /** Parameters of the page, over `reconnectMs=0`. */
  readonly params?: Readonly<Record<string, string>>;
  readonly pagePath?: string;
  readonly isBeside?: true;
  readonly isSlow?: true;
}

export function nativeFault(id: string, title: string, fault: NativeFault): Fault {
  const { causes, target, origin = 'wsOrigin', params = {}, pagePath = '/pages/native' } = fault;
  const { isBeside = false, isSlow = false } = fault;
  const originOf = (lab: FaultLab): string => {
    if (typeof origin === 'function') return origin(lab);
    return origin === 'wsOrigin' || origin === 'tlsWsOrigin' || origin === 'refusedWsOrigin'
      ? lab[origin]
      : origin;
  };
  const [path = ''] = target.split('?');
  return {
    id,
    title,
    page: (lab) => {
      const url = originOf(lab) + target.replace('KEY', randomUUID()).replace('TOKEN', shortToken());
      return `${lab.httpOrigin}${pagePath}?${new URLSearchParams({ url, reconnectMs: '0', ...params })}`;
    },
    endpoint: (lab) => originOf(lab) + path,
    isBeside,
    isSlow,
    expected: expectedOf(causes),
  };
}

export interface SocketIoFault {
  readonly causes: Causes;
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
}

export function socketIoFault(
  id: string,
  title: string,
  { causes, path, params = {} }: SocketIoFault,
): Fault {
  return {
    id,
    title,
    page: (lab) =>
      `${lab.httpOrigin}/pages/socket-io?${new URLSearchParams({ path, attempts: '0', ...params })}`,
    endpoint: () => path,
    isBeside: false,
    isSlow: false,
    expected: expectedOf(causes),
  };
}

const TOKEN_SECONDS = 3;

/** A JWT that nobody signed, with a short life. */
function shortToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.ceil(Date.now() / 1_000) + TOKEN_SECONDS;
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: 'fault-lab', exp })}.none`;
}

function expectedOf(causes: Causes): Fault['expected'] {
  const { chromium, firefox } = typeof causes === 'string' ? { chromium: causes, firefox: causes } : causes;
  return { chromium: { cause: chromium }, firefox: { cause: firefox } };
}
