import {
  agentState,
  fullState,
  LET_IN,
  ohEvent,
  received,
  sent,
  v0,
  v0Joined,
  v0Url,
  v1,
  v1Event,
  v1Url,
} from './frames';
import type { UnseenRow, WireRow } from './wire-row';

const ACTION = '42["oh_user_action",{"action":"message","args":{"content":"do it"}}]';
const MESSAGE = '{"role":"user","content":[{"type":"text","text":"do it"}]}';
const IMAGE =
  '{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]}';
const PING = received(25_000, '2');
/** The agent server sends something else much later: the wait has an end. */
const LATER = v1Event(30_000, { kind: 'ObservationEvent', source: 'environment' });
/** Never after the same time twice, which would be a finding of its own. */
const ended = (startAt: number) => ({ close: { at: 20_000 + startAt / 2, code: 1006 } });

function asked(startAt: number, latest: string, ids: readonly number[]) {
  const events = ids.map((id, index) => ohEvent(100 + index, { id, source: 'agent', action: 'run' }));
  return { ...v0([...events, LET_IN], ended(startAt)), url: v0Url({ latest_event_id: latest }), startAt };
}
function replayed(startAt: number, ids: readonly string[], query?: string) {
  const events = ids.map((id, index) => v1Event(100 + index, { id, kind: 'MessageEvent' }));
  const url = query === undefined ? {} : { url: v1Url(query) };
  return { ...v1([fullState(60), ...events], ended(startAt)), ...url, startAt };
}
const SINCE = 'resend_mode=since&after_timestamp=2025-11-28T16:00:00';

/** What nobody tells the browser, and ids of events. */
export const transmissionRows: readonly WireRow[] = [
  {
    id: 'G-01',
    when: 'a message of V0 that is not repeated',
    facts: v0Joined([sent(1_000, ACTION), PING]),
    finds: ['action-without-echo: g-01-action-lost'],
  },
  {
    id: 'G-01',
    when: 'a message of V0 that is repeated',
    facts: v0Joined([
      sent(1_000, ACTION),
      ohEvent(1_200, { id: 9, source: 'user', action: 'message', args: { content: 'do it' } }),
      PING,
    ]),
    finds: [],
  },
  {
    id: 'G-02',
    when: 'nothing but pings while the agent runs',
    facts: v0Joined([
      agentState(1_000, 7, 'running'),
      ...[25, 50, 75, 100, 125].map((seconds) => received(seconds * 1_000, '2')),
    ]),
    finds: ['profile-silence: g-02-session-dead'],
  },
  {
    id: 'G-05',
    when: 'two sockets of one page, with different providers',
    chain: {
      attempts: [{ ...v0Joined([]), startAt: 600 }],
      siblings: [{ ...v0Joined([]), url: v0Url({ providers_set: '' }), startAt: 0 }],
      nowAt: 60_000,
    },
    finds: ['twin-sockets: g-05-orphan-socket'],
  },
  {
    id: 'G-07',
    when: 'a message of V1 that is not repeated',
    facts: v1([fullState(60), sent(1_000, MESSAGE), LATER]),
    finds: ['action-without-echo: g-07-message-dropped'],
  },
  {
    id: 'G-07',
    when: 'a message of V1 that the server rejects in words (newer servers)',
    facts: v1([
      fullState(60),
      sent(1_000, MESSAGE),
      v1Event(1_100, { kind: 'ServerErrorEvent', code: 'ValidationError', detail: '1 validation error' }),
      LATER,
    ]),
    finds: ['profile-error-event: v1-server-error'],
  },
  {
    id: 'G-08',
    when: 'a message of V1 with an image that the server drops',
    facts: v1([fullState(60), sent(1_000, IMAGE), LATER]),
    finds: ['action-without-echo: g-08-image-dropped'],
  },
  {
    id: '8 DUP',
    when: 'one event twice on one connection',
    chain: { attempts: [asked(0, '-1', [0, 1, 1])] },
    finds: ['event-ids-inconsistent: ids-repeated'],
  },
  {
    id: '8 REWIND',
    when: 'a client that comes back from an older position',
    chain: { attempts: [asked(0, '-1', [0, 1, 5]), asked(23_000, '1', [2, 5])] },
    finds: ['event-ids-inconsistent: ids-rewound'],
  },
  {
    id: '8 REWIND',
    when: 'a client that comes back with the word undefined',
    chain: { attempts: [asked(0, '-1', [0, 1, 5]), asked(23_000, 'undefined', [0, 1, 5])] },
    finds: ['event-ids-inconsistent: ids-rewound'],
  },
  {
    id: '8 RESET',
    when: 'a conversation whose store begins anew',
    chain: { attempts: [asked(0, '-1', [0, 1, 5]), asked(23_000, '5', [0])] },
    finds: ['event-ids-inconsistent: ids-reset'],
  },
  {
    id: '8 overlap',
    when: 'the overlap after a replay that ends with an older event, and gaps: as it should be',
    chain: { attempts: [asked(0, '-1', [0, 2, 5, 4]), asked(23_000, '4', [5, 9])] },
    finds: [],
  },
  {
    id: '8 LOSS',
    when: 'events that a full replay of V1 no longer holds',
    chain: { attempts: [replayed(0, ['a', 'b', 'c']), replayed(23_000, ['a'])] },
    finds: ['event-ids-inconsistent: ids-lost'],
  },
  {
    id: '8 overlap',
    when: 'a full replay of V1 on each connection: as it should be',
    chain: { attempts: [replayed(0, ['a', 'b']), replayed(23_000, ['a', 'b', 'c'])] },
    finds: [],
  },
  {
    id: '8 anchor',
    when: 'a client of V1 that asks since the same moment again',
    chain: { attempts: [replayed(0, ['a', 'b'], SINCE), replayed(23_000, ['a', 'b'], SINCE)] },
    finds: ['event-ids-inconsistent: ids-stale-anchor'],
  },
  {
    id: '1.1 query',
    when: 'the word undefined as a position',
    facts: { ...v0Joined([]), url: v0Url({ latest_event_id: 'undefined' }) },
    finds: ['profile-address: address-latest-event-id-undefined'],
  },
  {
    id: '1.1 query',
    when: 'the word null as a key, which a server without a key does not mind',
    facts: { ...v0Joined([]), url: v0Url({ session_api_key: 'null' }) },
    finds: ['profile-address: address-session-api-key-null'],
  },
];

export const unseenTransmissionRows: readonly UnseenRow[] = [
  { id: 'G-03', when: 'the first events come late', why: 'It heals, and is no fault: nothing is found.' },
  {
    id: 'G-04',
    when: 'events between replay and join are never sent',
    why: 'Ids have gaps as a rule here, so a gap proves nothing. After a reconnect the events come.',
  },
  {
    id: 'G-06',
    when: 'the page does not send, because the socket is not open',
    why: 'Nothing reaches the socket. The reason why it is not open is found.',
  },
  {
    id: 'G-09',
    when: 'an event that cannot be written is stored and never sent',
    why: 'Only the store of the server has it, and ids of V1 do not count.',
  },
  {
    id: 'G-10',
    when: 'the history seems to load for ever, as two stores count differently',
    why: 'The count comes over HTTP, which is not watched.',
  },
];
