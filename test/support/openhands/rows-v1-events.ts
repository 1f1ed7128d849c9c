import { fullState, received, v1, v1Event } from './frames';
import type { WireRow } from './wire-row';

function conversationError(code: string, sign: string, detail = 'no'): WireRow {
  return {
    id: '5.5 ConversationErrorEvent',
    when: code,
    facts: v1([
      fullState(60),
      v1Event(1_000, { kind: 'ConversationErrorEvent', source: 'environment', code, detail }),
    ]),
    finds: [`profile-error-event: ${sign}`],
  };
}
function execution(value: string, finds: readonly string[]): WireRow {
  const event = {
    kind: 'ConversationStateUpdateEvent',
    source: 'environment',
    key: 'execution_status',
    value,
  };
  return {
    id: '5.5 execution_status',
    when: value,
    facts: v1([fullState(60), v1Event(1_000, event)]),
    finds,
  };
}

/** What the agent server of V1 tells in messages. */
export const v1EventRows: readonly WireRow[] = [
  conversationError('AuthenticationError', 'v1-llm-authentication', 'litellm.AuthenticationError: no'),
  conversationError('LLMAuthenticationError', 'v1-llm-authentication'),
  conversationError('LLMRateLimitError', 'v1-llm-rate-limit'),
  conversationError(
    'MaxIterationsReached',
    'v1-limit-reached',
    'Agent reached maximum iterations limit (500).',
  ),
  conversationError('MaxBudgetReached', 'v1-limit-reached'),
  conversationError('ConversationOwnershipLostError', 'v1-ownership-lost'),
  conversationError('ValueError', 'v1-conversation-error'),
  {
    id: '5.5 ConversationErrorEvent',
    when: 'an old one, which each replay repeats: history, and told as such',
    facts: v1([
      fullState(60),
      v1Event(70, {
        kind: 'ConversationErrorEvent',
        timestamp: '2025-11-28T16:30:00.000000',
        code: 'ValueError',
        detail: 'no',
      }),
    ]),
    finds: ['profile-error-event: v1-conversation-error'],
  },
  {
    id: '5.5 AgentErrorEvent',
    when: 'a tool failed, and the agent goes on',
    facts: v1([
      fullState(60),
      v1Event(1_000, {
        kind: 'AgentErrorEvent',
        source: 'agent',
        error: "Tool 'x' not found",
        tool_name: 'x',
        tool_call_id: 'c',
      }),
    ]),
    finds: ['profile-error-event: v1-agent-error'],
  },
  {
    id: '5.5 ServerErrorEvent',
    when: 'the last message of the page was rejected',
    facts: v1([
      fullState(60),
      v1Event(1_000, {
        kind: 'ServerErrorEvent',
        source: 'environment',
        code: 'ValidationError',
        detail: '1 validation error',
      }),
    ]),
    finds: ['profile-error-event: v1-server-error'],
  },
  execution('error', ['profile-error-event: v1-execution-error']),
  execution('stuck', ['profile-error-event: v1-execution-stuck']),
  execution('running', []),
  execution('paused', []),
  execution('finished', []),
  {
    id: '5.5 full_state',
    when: 'the run had ended with an error before',
    facts: v1([fullState(60, undefined, 'error')]),
    finds: ['profile-error-event: v1-state-error'],
  },
  { id: '1.2', when: 'a healthy start', facts: v1([fullState(60)]), finds: [] },
  {
    id: '5.5 benign',
    when: 'PauseEvent',
    facts: v1([fullState(60), v1Event(1_000, { kind: 'PauseEvent', source: 'user' })]),
    finds: [],
  },
  {
    id: '1.2',
    when: 'a message that is no JSON',
    facts: v1([fullState(60), received(1_000, 'hello')]),
    finds: [],
  },
];
