import type { Sign } from '../sign';
import { AGENT_WORKS, ohEvent } from './events';

/** Section 5.2. The page of V0 shows nothing of a status of type error: only `agent_state_changed` reaches the user. */
const HIDDEN = 'The page shows nothing of this message itself.';

function statusError(id: string) {
  return ohEvent(
    { at: '0.id', equals: id },
    { at: '0.status_update', equals: true },
    { at: '0.type', equals: 'error' },
  );
}
export const TOO_MANY_CONVERSATIONS = statusError('AGENT_ERROR$TOO_MANY_CONVERSATIONS');

const COMMON = { severity: 'error', pageShows: HIDDEN } as const;

function status(
  id: string,
  statusId: string,
  words: Pick<Sign, 'title' | 'explanation' | 'retry' | 'next' | 'nextForUser'>,
): Sign {
  return {
    ...COMMON,
    ...words,
    id,
    when: { kind: 'event', packet: statusError(statusId), over: AGENT_WORKS, messageAt: '0.message' },
  };
}

export const statusUpdates: readonly Sign[] = [
  {
    id: 'status-agent-reached-maximum',
    title: 'The agent paused at its limit, and can be resumed',
    explanation:
      'It reached the most iterations, or the budget, that the conversation allows. Nothing is broken: to continue extends the limit.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: 'The page is meant to show the agent as paused, but never gets there: it shows an error.',
    next: ['Raise `max_iterations` or `max_budget_per_task` if the limit is too low for the task.'],
    nextForUser: ['Tell the agent to continue: that extends the limit.'],
    when: {
      kind: 'event',
      packet: ohEvent(
        { at: '0.id', equals: 'STATUS$ERROR' },
        { at: '0.status_update', equals: true },
        // The documented text begins with it; the running code puts the class of the error before it.
        { at: '0.message', contains: 'Agent reached maximum' },
      ),
      over: AGENT_WORKS,
      messageAt: '0.message',
    },
  },
  {
    id: 'status-agent-stuck',
    title: 'The agent got stuck in a loop and was stopped',
    explanation: 'It repeated itself, and the server stopped it.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: HIDDEN,
    next: ['Look at the last actions: they repeat.'],
    nextForUser: ['Tell the agent what to do differently, and let it continue.'],
    when: {
      kind: 'event',
      packet: ohEvent(
        { at: '0.id', equals: 'STATUS$ERROR' },
        { at: '0.status_update', equals: true },
        { at: '0.message', contains: 'Agent got stuck in a loop' },
      ),
      over: AGENT_WORKS,
      messageAt: '0.message',
    },
  },
  status('status-error', 'STATUS$ERROR', {
    title: 'The agent failed with an unexpected error',
    explanation: 'The server caught an error in the run of the agent and set its state to error.',
    retry: 'can-succeed',
    next: ['Look for the traceback of this class of error in the server log.'],
    nextForUser: ['Ask the agent to try again.'],
  }),
  status('status-runtime-disconnected', 'STATUS$ERROR_RUNTIME_DISCONNECTED', {
    title: 'The runtime of the agent was lost',
    explanation: 'The container or server in which the agent works has ended, is paused, or does not answer.',
    retry: 'can-succeed',
    next: [
      'Look at the log and the memory of the runtime container.',
      'Check that the server reaches it (`host.docker.internal`).',
    ],
    nextForUser: ['Reload the page; if it stays so, stop and resume the conversation.'],
  }),
  status('status-llm-authentication', 'STATUS$ERROR_LLM_AUTHENTICATION', {
    title: 'The LLM provider refuses the API key',
    explanation: 'The key in the settings is wrong or has expired.',
    retry: 'change-first',
    next: ['Check key and base URL of the model.'],
    nextForUser: ['Open the settings, enter a valid LLM key, then ask the agent to continue.'],
  }),
  status('status-llm-service-unavailable', 'STATUS$ERROR_LLM_SERVICE_UNAVAILABLE', {
    title: 'The LLM provider is unavailable',
    explanation: 'The provider did not answer the agent, or answered that it cannot.',
    retry: 'can-succeed',
    next: ['Look at the status page of the provider.'],
    nextForUser: ['Wait some minutes, then ask the agent to continue.'],
  }),
  status('status-llm-internal-error', 'STATUS$ERROR_LLM_INTERNAL_SERVER_ERROR', {
    title: 'The LLM provider failed with an internal error',
    explanation: 'The provider answered 5xx.',
    retry: 'can-succeed',
    next: ['Look at the status page of the provider.'],
    nextForUser: ['Ask the agent to continue; if it fails again, wait some minutes.'],
  }),
  status('status-llm-out-of-credits', 'STATUS$ERROR_LLM_OUT_OF_CREDITS', {
    title: 'The credits for the LLM are used up',
    explanation: 'The provider refused because the budget is exceeded.',
    retry: 'change-first',
    next: ['Raise the budget of the key.'],
    nextForUser: ['Add funds, then ask the agent to continue.'],
  }),
  status('status-llm-content-policy', 'STATUS$ERROR_LLM_CONTENT_POLICY_VIOLATION', {
    title: 'The LLM provider blocked the output by its content policy',
    explanation: 'The same request is blocked every time.',
    retry: 'change-first',
    next: ['Look at what was sent last.'],
    nextForUser: ['Say it in other words.'],
  }),
  status('status-memory', 'STATUS$ERROR_MEMORY', {
    title: 'The memory of the agent failed',
    explanation: 'A microagent could not be read, or recalling failed.',
    retry: 'can-succeed',
    next: ['Look for the class of the error in the server log.'],
    nextForUser: ['Stop the conversation and start it again.'],
  }),
  status('status-git-provider-authentication', 'STATUS$GIT_PROVIDER_AUTHENTICATION_ERROR', {
    title: 'The git provider refuses the token',
    explanation: 'Servers up to the one this profile was written by define this id and never send it.',
    retry: 'change-first',
    next: ['Check the token of the git provider.'],
    nextForUser: ['Connect the git provider again in the settings.'],
  }),
  {
    ...COMMON,
    id: 'g-too-many-conversations',
    title: 'Too many conversations run at once',
    explanation:
      'The server stops the oldest conversation for a new one. A DISCONNECT follows where this one is meant.',
    severity: 'warning',
    retry: 'change-first',
    next: ['Raise `max_concurrent_conversations` (3 if not set).'],
    nextForUser: ['Close other conversations, then ask the agent to continue.'],
    when: { kind: 'event', packet: TOO_MANY_CONVERSATIONS, messageAt: '0.message' },
  },
  {
    id: 'status-other-error',
    title: 'The server reports an error',
    explanation:
      'The id of this status is not one that this profile knows: the server is newer, or an older one.',
    severity: 'error',
    retry: 'unknown',
    pageShows: HIDDEN,
    next: ['Look for the id in the source of the server.'],
    nextForUser: ['Ask the agent to try again.'],
    when: {
      kind: 'event',
      packet: ohEvent({ at: '0.status_update', equals: true }, { at: '0.type', equals: 'error' }),
      over: AGENT_WORKS,
      messageAt: '0.message',
    },
  },
  {
    id: 'status-llm-retry',
    title: 'The server asks the LLM again',
    explanation: 'A request failed, and it is tried again by itself.',
    severity: 'info',
    retry: 'heals',
    pageShows: 'The page shows the words of the message as its status.',
    next: ['If it repeats, look at the rate limits of the provider.'],
    nextForUser: ['Wait.'],
    when: {
      kind: 'event',
      packet: ohEvent({ at: '0.id', equals: 'STATUS$LLM_RETRY' }),
      over: AGENT_WORKS,
      messageAt: '0.message',
    },
  },
];
