import { agentState, LET_IN, ohEvent, statusUpdate, v0, v0Joined } from './frames';
import type { WireRow } from './wire-row';

function status(statusId: string, sign: string, message?: string): WireRow {
  return {
    id: `5.2 ${statusId}`,
    when: message ?? 'the id as its own message',
    facts: v0Joined([statusUpdate(1_000, statusId, message)]),
    finds: [`profile-error-event: ${sign}`],
  };
}
function errorFrame(message: string, sign: string): WireRow {
  return {
    id: '5.1',
    when: message,
    facts: v0Joined([ohEvent(1_000, { error: true, message })]),
    finds: [`profile-error-event: ${sign}`],
  };
}
function observation(errorId: string, sign: string): WireRow {
  return {
    id: '5.3',
    when: `ErrorObservation "${errorId}"`,
    facts: v0Joined([
      ohEvent(1_000, {
        id: 41,
        source: 'agent',
        cause: 40,
        observation: 'error',
        content: 'no',
        extras: { error_id: errorId },
      }),
    ]),
    finds: [`profile-error-event: ${sign}`],
  };
}
const MAXIMUM = 'RuntimeError: Agent reached maximum iteration. Current iteration: 500, max iteration: 500';

/** What the server of V0 tells in messages. */
export const v0EventRows: readonly WireRow[] = [
  errorFrame('Failed to create agent session: ValueError', 'server-error-agent-session'),
  errorFrame('Support for images is disabled for this model, try without an image.', 'server-error-images'),
  errorFrame(
    'Model does not support image upload, change to a different model or try without an image.',
    'server-error-images',
  ),
  errorFrame('Something else', 'server-error'),
  {
    id: 'S3',
    when: 'error_code 401, as documented: the session has expired',
    facts: v0Joined([ohEvent(1_000, { error: true, error_code: 401, message: 'Unauthorized' })]),
    finds: ['profile-error-event: session-expired-401'],
  },
  {
    id: 'S4',
    when: 'an error whose message begins with "Agent reached maximum", as documented',
    facts: v0Joined([ohEvent(1_000, { type: 'error', message: 'Agent reached maximum iteration.' })]),
    finds: ['profile-error-event: agent-reached-maximum-documented'],
  },
  status('STATUS$ERROR', 'status-error', 'ValueError: no'),
  status('STATUS$ERROR', 'status-agent-reached-maximum', MAXIMUM),
  status(
    'STATUS$ERROR',
    'status-agent-reached-maximum',
    'RuntimeError: Agent reached maximum budget for conversation.Current budget: 10.02, max budget: 10.00',
  ),
  status('STATUS$ERROR', 'status-agent-stuck', 'AgentStuckInLoopError: Agent got stuck in a loop'),
  status(
    'STATUS$ERROR_RUNTIME_DISCONNECTED',
    'status-runtime-disconnected',
    'Container openhands-runtime-1 has exited.',
  ),
  status('STATUS$ERROR_LLM_AUTHENTICATION', 'status-llm-authentication'),
  status('STATUS$ERROR_LLM_SERVICE_UNAVAILABLE', 'status-llm-service-unavailable'),
  status('STATUS$ERROR_LLM_INTERNAL_SERVER_ERROR', 'status-llm-internal-error'),
  status('STATUS$ERROR_LLM_OUT_OF_CREDITS', 'status-llm-out-of-credits'),
  status('STATUS$ERROR_LLM_CONTENT_POLICY_VIOLATION', 'status-llm-content-policy'),
  status('STATUS$ERROR_MEMORY', 'status-memory', 'Error: ValueError'),
  status('STATUS$GIT_PROVIDER_AUTHENTICATION_ERROR', 'status-git-provider-authentication'),
  status('AGENT_ERROR$TOO_MANY_CONVERSATIONS', 'g-too-many-conversations', 'Too many conversations at once.'),
  status('STATUS$SOMETHING_NEW', 'status-other-error', 'No idea.'),
  {
    id: '5.2 STATUS$LLM_RETRY',
    when: 'Retrying LLM request, 2 / 4',
    facts: v0Joined([statusUpdate(1_000, 'STATUS$LLM_RETRY', 'Retrying LLM request, 2 / 4', 'info')]),
    finds: ['profile-error-event: status-llm-retry'],
  },
  {
    id: '5.2 STATUS$READY',
    when: 'progress: nothing to find',
    facts: v0Joined([statusUpdate(1_000, 'STATUS$READY', '', 'info')]),
    finds: [],
  },
  {
    id: '5.2 title',
    when: 'a new title, without an id: nothing to find',
    facts: v0Joined([
      ohEvent(1_000, { status_update: true, type: 'info', message: 'x', conversation_title: 'y' }),
    ]),
    finds: [],
  },
  observation('', 'error-observation'),
  observation('AGENT_ERROR$BAD_ACTION', 'error-observation'),
  observation('AGENT_ERROR$ERROR_ACTION_NOT_EXECUTED_STOPPED', 'error-observation'),
  observation('AGENT_ERROR$ERROR_ACTION_NOT_EXECUTED_ERROR', 'error-observation-runtime'),
  {
    id: '5.4 error',
    when: 'the reason of an id',
    facts: v0Joined([agentState(1_000, 9, 'error', 'STATUS$ERROR_LLM_AUTHENTICATION')]),
    finds: ['profile-error-event: agent-state-error'],
  },
  {
    id: '5.4 error',
    when: 'in a replay: it still stands',
    facts: v0([agentState(100, 9, 'error', 'ValueError: no'), LET_IN]),
    finds: ['profile-error-event: agent-state-error'],
  },
  {
    id: '5.4 error',
    when: 'the limit, with its real prefix',
    facts: v0Joined([agentState(1_000, 9, 'error', MAXIMUM)]),
    finds: ['profile-error-event: agent-reached-maximum'],
  },
  {
    id: '5.4 rate_limited',
    when: 'the provider limits the rate',
    facts: v0Joined([agentState(1_000, 9, 'rate_limited')]),
    finds: ['profile-error-event: agent-rate-limited'],
  },
  {
    id: '5.4 running',
    when: 'a state that is no error',
    facts: v0Joined([agentState(1_000, 9, 'running')]),
    finds: [],
  },
];
