import { actionWithoutEcho } from '../../../core/causes/action-without-echo';
import { describeBesideCause } from '../../support/beside-table';
import { ohEvent, received, sent, v0Joined } from '../../support/openhands/frames';

const ACTION = '42["oh_user_action",{"action":"message","args":{"content":"do it"}}]';
const ECHO = { id: 9, source: 'user', action: 'message', args: { content: 'do it' } };
const PING = received(25_000, '2');

describeBesideCause(actionWithoutEcho, {
  reports: [
    {
      when: 'what the page sent and the server did not repeat',
      facts: v0Joined([sent(1_000, ACTION), PING]),
      sign: 'g-01-action-lost',
      severity: 'error',
      evidence: [/The page sent event oh_user_action .*do it/, /Nothing of it came back in the 24 s/],
    },
    {
      when: 'several in a row once',
      facts: v0Joined([sent(1_000, ACTION), sent(2_000, ACTION), PING]),
      sign: 'g-01-action-lost',
      severity: 'error',
      evidence: [/2 actions in a row/],
    },
    {
      when: 'one after an echo of an earlier one',
      facts: v0Joined([sent(1_000, ACTION), ohEvent(1_100, ECHO), sent(2_000, ACTION), PING]),
      sign: 'g-01-action-lost',
      severity: 'error',
    },
  ],
  staysSilent: [
    { when: 'when it came back', facts: v0Joined([sent(1_000, ACTION), ohEvent(1_100, ECHO), PING]) },
    {
      when: 'when the server answered with an error: that is told by itself',
      facts: v0Joined([sent(1_000, ACTION), ohEvent(1_100, { error: true, message: 'no' }), PING]),
    },
    { when: 'before five seconds have passed', facts: v0Joined([sent(1_000, ACTION), received(5_000, '2')]) },
    {
      when: 'on actions that nobody repeats',
      facts: v0Joined([sent(1_000, '42["oh_user_action",{"action":"change_agent_state"}]'), PING]),
    },
    {
      when: 'where messages were not kept',
      facts: v0Joined([sent(1_000, ACTION), PING], { more: { missingMessages: 1 } }),
    },
  ],
});
