import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Protocol } from './protocol';
import { fieldsOf, textOf } from './reading/json-fields';
import { messageFields } from './reading/leading-fields';
import { createStatelessReader } from './reading/reader';
import { toSlackPacket } from './reading/slack-words';

const ADDRESS = /^wss:\/\/(?:[\w-]+\.)+(?:slack|slack-msgs)\.com(?::\d+)?(?:[/?]|$)/;

/** Both of Slack's protocols: Socket Mode for apps, and RTM, which its own clients and old bots speak. */
export const slack: Protocol = {
  id: 'slack',
  name: 'Slack Socket Mode and RTM',
  recognisedBy:
    "The host is one of Slack's; else the first message of the server is `hello` with `connection_info` and `num_connections`.",
  decodes:
    'Envelopes paired with their acknowledgements, repeated deliveries, the reasons of `disconnect`; RTM messages paired with their answers, `goodbye`, ping and pong.',
  recognise({ url, firstMessages }) {
    if (ADDRESS.test(url)) return 'certain';
    const first = firstMessages.find(({ direction }) => direction === 'in');
    const fields = first === undefined ? undefined : messageFields(first);
    const isHello = textOf(fields?.get('type')) === 'hello' && fields?.has('num_connections') === true;
    return isHello && fieldsOf(fields.get('connection_info')) !== undefined ? 'certain' : undefined;
  },
  open: () => createStatelessReader(decodeSlack),
  closeCodes: [],
  failures: [
    {
      code: 'warning',
      meaning: 'This connection ends in a few seconds: open the next one now',
      retry: 'yes',
    },
    {
      code: 'refresh_requested',
      meaning: 'Slack replaces the connection, as it does every few hours',
      retry: 'yes',
    },
    { code: 'too_many_websockets', meaning: 'The app has more than ten connections', retry: 'with-backoff' },
    { code: 'link_disabled', meaning: 'Socket Mode was turned off for this app', retry: 'no' },
    {
      code: 'goodbye',
      meaning: 'RTM: the connection has lasted as long as one may, or was silent too long',
      retry: 'yes',
    },
  ],
  heartbeat: {
    sentBy: 'both',
    everyMs: 'not-set',
    deadAfterMs: 'not-set',
    note: 'Socket Mode has WebSocket pings, which a page does not see; clients take 30 s without one for the end. In RTM the client sends `ping` with an id, and the server answers `pong` with `reply_to`.',
  },
  reconnects: [
    {
      client: '@slack/socket-mode',
      waits: { kind: 'list', ms: [5_000, 10_000, 15_000, 20_000] },
      jitter: 0,
      attempts: undefined,
      note: 'Each attempt waits 5 s longer than the one before, without a limit. Each needs a new address from `apps.connections.open`; after `warning` and `refresh_requested` it comes back at once.',
    },
  ],
  testedWith: ['samples of the documentation'],
};

function decodeSlack(message: MessageEventRecord): Decoding {
  const fields = messageFields(message);
  const packet = fields === undefined ? undefined : toSlackPacket(fields, message.direction);
  if (packet === undefined) return 'unreadable';
  return [message.isCut === true ? { ...packet, summary: `${packet.summary} (cut)` } : packet];
}
