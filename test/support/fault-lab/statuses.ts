import type { Answer } from './answer';
import { refuse } from './answer';
import { parseNumber } from './bad-request';
import type { Family } from './upgrade';

/** The answer to a handshake, or to a plain request, for `/status/<code>`. */
export function statusAnswer(code: string | undefined, query: URLSearchParams): Answer {
  // 1xx are not final answers: a client would go on waiting.
  const status = parseNumber(code, 'The status', { least: 200, most: 599 });
  const isHtml = status < 400;
  const isEmpty = status === 204 || status === 304;
  return {
    status,
    headers: {
      ...(isEmpty ? {} : { 'Content-Type': isHtml ? 'text/html; charset=utf-8' : 'application/json' }),
      ...headersOf(status, query.has('challenge')),
    },
    body: isEmpty
      ? ''
      : isHtml
        ? '<!doctype html><title>Not a socket</title>\n'
        : `{"detail":"fault lab: ${status}"}\n`,
  };
}

function headersOf(status: number, challenge: boolean): Readonly<Record<string, string>> {
  switch (status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return { Location: '/echo' };
    case 401:
      return challenge ? { 'WWW-Authenticate': 'Basic realm="fault lab"' } : {};
    case 405:
      return { Allow: 'GET' };
    case 407:
      return { 'Proxy-Authenticate': 'Basic realm="fault lab"' };
    case 426:
      return { Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    case 429:
    case 503:
      return { 'Retry-After': '5' };
    default:
      return {};
  }
}

export const statuses: Family = {
  status: ({ socket, segments, query }) => refuse(socket, statusAnswer(segments[0], query)),
};
