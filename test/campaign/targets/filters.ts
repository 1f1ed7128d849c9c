import { parseQuery } from '../../../core/find/parse-query';
import { printQuery } from '../../../core/find/print-query';
import { toQueryTest } from '../../../core/find/query-test';
import { suggest } from '../../../core/find/suggest';
import { createMessageFacts } from '../../../core/find/message-facts';
import { textMessage } from '../../core/protocols/message';
import { stringsOfTests } from '../samples';
import { textOf, tooLong, type Input, type Target } from '../target';

const facts = createMessageFacts();
const asked = {
  protocolId: 'socket-io',
  protocolName: 'Socket.IO',
  conversationId: '4f3a9c1e',
  url: 'wss://a.test/socket.io/?EIO=4',
  codes: ['1006'],
  facts,
  decodingAt: () => undefined,
  callAt: () => undefined,
  isPinned: () => false,
};
const vocabulary = { event: ['chat', '__proto__'], protocol: [], conversation: [], code: [], url: [] };
const messages = ['42["chat",{"a":1}]', 'a'.repeat(20_000), ''].map((text) => textMessage(text));

function filter(input: Input): string | undefined {
  const text = textOf(input);
  const offered = suggest(text, input.pick % (text.length + 1), vocabulary);
  if (offered.length > 100) return `${offered.length} suggestions`;
  const parsed = parseQuery(text);
  if (!parsed.ok) return tooLong([parsed.problem], 1_000);
  const printed = printQuery(parsed.query);
  const again = parseQuery(printed);
  // A filter at the limit may become longer by its quotation marks.
  if (printed.length <= 2_000 && (!again.ok || printQuery(again.query) !== printed))
    return `prints as another filter: ${printed.slice(0, 200)}`;
  // Regular expressions are run by a worker that can be stopped (pattern-search.test.ts), not here.
  const test = toQueryTest(parsed.query, asked, () => () => false);
  for (const [index, message] of messages.entries()) test(message, index);
  return undefined;
}

/** The filter language, and what it offers while somebody types. */
export const filters: Target = {
  name: 'filters',
  share: 80,
  samples: stringsOfTests('test/core/find/'),
  run: filter,
};
