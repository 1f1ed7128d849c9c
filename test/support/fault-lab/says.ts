import { BadRequest, parseNumber, readNumber } from './bad-request';
import type { Family } from './upgrade';
import { later } from './upgrade';

const MOST_TEXTS = 20;
const CLOSE_AFTER_MS = 200;

/** `/says/<label>?text=a&text=b&code=1000`: says these texts, as any protocol's server would, then closes. */
export const says: Family = {
  says: ({ socket, accept, query }) => {
    const texts = query.getAll('text');
    if (texts.length > MOST_TEXTS) throw new BadRequest(`At most ${MOST_TEXTS} texts.`);
    const code = parseNumber(query.get('code') ?? '1000', '"code"', { least: 1000, most: 4999 });
    const afterMs = readNumber(query, 'after', { fallback: CLOSE_AFTER_MS, most: 60_000 });
    accept((webSocket) => {
      for (const text of texts) webSocket.send(text);
      later(socket, afterMs, () => webSocket.close(code, query.get('reason') ?? ''));
    });
  },
};
