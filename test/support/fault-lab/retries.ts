import { refuse } from './answer';
import { BadRequest, parseNumber, readNumber } from './bad-request';
import { echo } from './messages';
import { statusAnswer } from './statuses';
import type { Family } from './upgrade';
import { later } from './upgrade';

const RESTART_AFTER_MS = 300;
const DOWN_MS = 1_000;
/** Keys come from addresses, so anybody can make up new ones. */
const MOST_KEYS = 10_000;

/** What has happened so far under each key; oldest keys go first. */
function createMemory<Value>(): {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
} {
  const values = new Map<string, Value>();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > MOST_KEYS && oldest !== undefined) values.delete(oldest);
    },
  };
}

function readKey(query: URLSearchParams): string {
  const key = query.get('key');
  if (key === null || key === '')
    throw new BadRequest('Add "key": attempts with the same key belong together.');
  return key;
}

/** Faults that heal when the client tries again: they remember earlier attempts by the query's `key`. */
export function createRetries(): Family {
  const refusals = createMemory<number>();
  const restarts = createMemory<number>();
  return {
    flaky: ({ socket, accept, query }) => {
      const key = readKey(query);
      const fail = readNumber(query, 'fail', { fallback: 2, most: 1_000 });
      const status = parseNumber(query.get('status') ?? '503', '"status"', { least: 200, most: 599 });
      const refused = refusals.get(key) ?? 0;
      if (refused >= fail) {
        accept(echo);
        return;
      }
      refusals.set(key, refused + 1);
      refuse(socket, statusAnswer(String(status), query));
    },
    restart: ({ socket, accept, query }) => {
      const key = readKey(query);
      const closedMs = restarts.get(key);
      if (closedMs === undefined) {
        accept((webSocket) => {
          echo(webSocket);
          later(socket, RESTART_AFTER_MS, () => {
            restarts.set(key, performance.now());
            webSocket.close(1012, 'service restart');
          });
        });
        return;
      }
      if (performance.now() - closedMs < DOWN_MS) socket.resetAndDestroy();
      else accept(echo);
    },
  };
}
