import { expect, it } from 'vitest';
import { profileErrorEvent } from '../../../core/causes/profile-error-event';
import { diagnoseConnection } from '../../../core/diagnose';
import { describeBesideCause } from '../../support/beside-table';
import { buildConnection } from '../../support/connection-builder';
import {
  agentState,
  fullState,
  LET_IN,
  ohEvent,
  statusUpdate,
  v0,
  v0Joined,
  v1,
  v1Event,
} from '../../support/openhands/frames';

const AUTH = 'STATUS$ERROR_LLM_AUTHENTICATION';
const CONVERSATION_ERROR = {
  kind: 'ConversationErrorEvent',
  source: 'environment',
  code: 'ValueError',
  detail: 'something broke',
};

describeBesideCause(profileErrorEvent, {
  reports: [
    {
      when: 'an error in the words of the profile, with the words of the server',
      facts: v0Joined([statusUpdate(1_000, AUTH)]),
      sign: 'status-llm-authentication',
      severity: 'error',
      title: /^The LLM provider refuses the API key: "STATUS\$ERROR_LLM_AUTHENTICATION"$/,
      evidence: [/The server sent event oh_event .*STATUS\$ERROR_LLM_AUTHENTICATION/],
    },
    {
      when: 'an error that came several times once, with how often',
      facts: v0Joined([statusUpdate(1_000, AUTH), statusUpdate(2_000, AUTH)]),
      sign: 'status-llm-authentication',
      severity: 'error',
      evidence: [/2 times/],
    },
    {
      when: 'an error that has passed as no more than a note',
      facts: v0Joined([statusUpdate(1_000, AUTH), agentState(9_000, 7, 'running')]),
      sign: 'status-llm-authentication',
      severity: 'info',
      title: /\(it has passed\)$/,
    },
    {
      when: 'an error that a replay repeats as history',
      facts: v1([
        fullState(60),
        v1Event(70, { ...CONVERSATION_ERROR, timestamp: '2025-11-28T09:00:00.000000' }),
      ]),
      sign: 'v1-conversation-error',
      severity: 'info',
      title: /\(before this connection\)$/,
      evidence: [/it happened before this connection/],
    },
    {
      when: 'the same event as news when it is newer than the connection',
      facts: v1([fullState(60), v1Event(9_000, CONVERSATION_ERROR)]),
      sign: 'v1-conversation-error',
      severity: 'error',
      title: /^The run of the agent ended with an error: "something broke"$/,
    },
    {
      when: 'how things stand as news, also where it is repeated on joining',
      facts: v0([agentState(100, 4, 'error', 'SomeError: no'), LET_IN]),
      sign: 'agent-state-error',
      severity: 'error',
      title: /^The agent has stopped with an error: "SomeError: no"$/,
    },
  ],
  staysSilent: [
    {
      when: 'on events that are no errors',
      facts: v0Joined([ohEvent(1_000, { id: 3, source: 'agent', action: 'message', args: {} })]),
    },
    {
      when: 'on a status that is no error',
      facts: v0Joined([statusUpdate(1_000, 'STATUS$READY', '', 'info')]),
    },
    {
      when: 'on the same text at another address',
      facts: { ...v0Joined([statusUpdate(1_000, AUTH)]), url: 'wss://h/socket.io/?EIO=4' },
    },
  ],
});

it('tells the error and the end apart: the headline is the end', () => {
  const facts = v1([fullState(60), v1Event(900, CONVERSATION_ERROR)], {
    close: { at: 1_000, code: 4004, reason: 'Conversation not found' },
  });
  expect(diagnoseConnection(buildConnection(facts)).map(({ sign }) => sign)).toEqual([
    'openhands/f-14-conversation-not-found',
    'openhands/v1-conversation-error',
  ]);
});

it('leaves to the generic cause what the profile has no words for', () => {
  const facts = v1([fullState(60), v1Event(900, { kind: 'StrangeError', error: { message: 'odd' } })]);
  const [headline, ...others] = diagnoseConnection(buildConnection(facts));
  expect(headline?.cause).toBe('protocol-error');
  expect(others).toEqual([]);
});
