import { redelivery } from '../../../core/causes/redelivery';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const socket = (url: string, startAt: number, messages: readonly string[]): ConnectionFacts => ({
  url,
  startAt,
  openAt: 50,
  messages: messages.map((text, index) => ({ at: 60 + index * 100, direction: 'in', text })),
  close: { at: 5_000, code: 1006 },
});
const slack = (startAt: number, ...messages: readonly string[]): ConnectionFacts =>
  socket('wss://wss-primary.slack.com/link', startAt, messages);
const envelope = (id: string, attempt = 0): string =>
  JSON.stringify({
    envelope_id: id,
    type: 'events_api',
    payload: { event: { type: 'app_mention' } },
    retry_attempt: attempt,
    retry_reason: attempt === 0 ? '' : 'timeout',
  });
const twitch = (startAt: number, ...ids: readonly string[]): ConnectionFacts =>
  socket(
    'wss://eventsub.wss.twitch.tv/ws',
    startAt,
    ids.map((id) =>
      JSON.stringify({
        metadata: { message_id: id, message_type: 'notification', subscription_type: 'channel.follow' },
        payload: {},
      }),
    ),
  );

describeChainCause(redelivery, {
  reports: [
    {
      when: 'an envelope that comes again after the reconnect',
      facts: { attempts: [slack(0, envelope('a'), envelope('b')), slack(6_000, envelope('b', 1))] },
      confidence: 'certain',
      title: /^The server sent the same message twice$/,
      evidence: [/attempt 2: timeout: "b" had come 5.9 s before, on an earlier one/],
      aboutCount: 1,
    },
    {
      when: 'one that comes again on the same connection',
      facts: { attempts: [slack(0, envelope('a'), envelope('a', 1))] },
      evidence: [/"a" had come 100 ms before, on the same connection/],
    },
    {
      when: 'how many there were',
      facts: { attempts: [twitch(0, 'x', 'y'), twitch(6_000, 'x', 'y', 'z')] },
      title: /sent 2 messages a second time/,
      aboutCount: 1,
    },
  ],
  staysSilent: [
    { when: 'where each id came once', facts: { attempts: [twitch(0, 'x'), twitch(6_000, 'y')] } },
    {
      when: 'in a protocol whose messages have no ids of their own',
      facts: { attempts: [socket('wss://example.test/socket', 0, [envelope('a'), envelope('a', 1)])] },
    },
  ],
});
