import { profileConnectUnanswered } from '../../../core/causes/profile-connect-unanswered';
import { describeCause } from '../../support/cause-table';
import { agentState, LET_IN, ohEvent, received, v0, v0Url } from '../../support/openhands/frames';

const PING = received(25_000, '2');
const EVENT = ohEvent(120, { id: 0, source: 'user', action: 'message', args: { content: 'hi' } });
const ENDED = { closeCall: { at: 30_000, readyState: 1 }, close: { at: 30_010, code: 1005 } } as const;

describeCause(profileConnectUnanswered, {
  reports: [
    {
      when: 'silence before any event',
      facts: v0([PING], ENDED),
      title: /failed before it repeated any event/,
      evidence: [/The client sent CONNECT/, /No answer came in the 29.9 s/, /No event was repeated/],
    },
    {
      when: 'silence while it is still open, and is less sure of it',
      facts: v0([PING]),
      confidence: 'likely',
      title: /failed before it repeated any event/,
    },
    {
      when: 'silence after some events',
      facts: v0([EVENT, PING], ENDED),
      title: /failed while it repeated the events/,
      evidence: [/1 event was repeated, and the replay broke off/],
    },
    {
      when: 'silence after the whole replay',
      facts: v0([EVENT, agentState(130, 4, 'awaiting_user_input'), PING], ENDED),
      title: /failed after it had repeated all events/,
    },
    {
      when: 'no key in the address, which explains it, though it does not prove it',
      facts: { ...v0([PING], ENDED), url: v0Url({ session_api_key: '' }) },
      confidence: 'likely',
      title: /empty session key/,
    },
    {
      when: 'no more than the silence where messages were not kept',
      facts: v0([PING], { ...ENDED, more: { missingMessages: 3 } }),
      title: /never answers whether the client may join/,
    },
  ],
  staysSilent: [
    { when: 'when the server answered', facts: v0([LET_IN, PING]) },
    { when: 'before five seconds have passed', facts: v0([received(4_000, '2')]) },
    { when: 'on a refusal', facts: v0([received(90, '44{"message":"no"}'), PING]) },
    { when: 'when the server put the client out instead', facts: v0([received(90, '41'), PING]) },
    {
      when: 'at an address that no profile knows',
      facts: { ...v0([PING], ENDED), url: 'wss://example.test/socket.io/?EIO=4&transport=websocket' },
    },
  ],
});
