import type { Sign } from '../sign';
import { v1Event, V1_WORKS } from './events';

const BANNER =
  'The page shows `detail` as a banner, on the main socket alone: of a planning conversation it shows nothing.';
const ERROR = 'ConversationErrorEvent';
const COMMON = { severity: 'error', pageShows: BANNER } as const;

/** Section 5.5. */
export const v1Events: readonly Sign[] = [
  {
    ...COMMON,
    id: 'v1-limit-reached',
    title: 'The agent paused at its limit, and can be resumed',
    explanation: 'It reached the most iterations, or the budget. Nothing is broken.',
    severity: 'warning',
    retry: 'can-succeed',
    next: ['Raise the limit if it is too low for the task.'],
    nextForUser: ['Tell the agent to continue.'],
    when: {
      kind: 'event',
      packet: v1Event(ERROR, { at: 'code', oneOf: ['MaxIterationsReached', 'MaxBudgetReached'] }),
      over: V1_WORKS,
      messageAt: 'detail',
    },
  },
  {
    ...COMMON,
    id: 'v1-llm-authentication',
    title: 'The LLM provider refuses the API key',
    explanation: 'The run of the agent ended because the model could not be asked.',
    retry: 'change-first',
    next: ['Check key and base URL of the model.'],
    nextForUser: ['Open the settings, enter a valid LLM key, then tell the agent to continue.'],
    when: {
      kind: 'event',
      packet: v1Event(ERROR, { at: 'code', oneOf: ['AuthenticationError', 'LLMAuthenticationError'] }),
      over: V1_WORKS,
      messageAt: 'detail',
    },
  },
  {
    ...COMMON,
    id: 'v1-llm-rate-limit',
    title: 'The LLM provider limits the rate',
    explanation: 'The run of the agent ended because the model was asked too often.',
    severity: 'warning',
    retry: 'can-succeed',
    next: ['Raise the limits at the provider, or use another model.'],
    nextForUser: ['Wait some minutes, then tell the agent to continue.'],
    when: {
      kind: 'event',
      packet: v1Event(ERROR, { at: 'code', oneOf: ['RateLimitError', 'LLMRateLimitError'] }),
      over: V1_WORKS,
      messageAt: 'detail',
    },
  },
  {
    ...COMMON,
    id: 'v1-ownership-lost',
    title: 'Another process has taken the conversation over',
    explanation: 'The agent server no longer owns this conversation and stopped its run.',
    retry: 'can-succeed',
    next: ['Look for a second agent server on the same storage.'],
    nextForUser: ['Reload the page.'],
    when: {
      kind: 'event',
      packet: v1Event(ERROR, { at: 'code', equals: 'ConversationOwnershipLostError' }),
      over: V1_WORKS,
      messageAt: 'detail',
    },
  },
  {
    ...COMMON,
    id: 'v1-conversation-error',
    title: 'The run of the agent ended with an error',
    explanation: 'The code is the class of the error in the agent server.',
    retry: 'can-succeed',
    next: ['Look for this class of error in the log of the agent server.'],
    nextForUser: ['Tell the agent to try again.'],
    when: { kind: 'event', packet: v1Event(ERROR), over: V1_WORKS, messageAt: 'detail' },
  },
  {
    id: 'v1-server-error',
    title: 'The agent server rejected the last message of the page',
    explanation:
      'What the page sent did not fit what the server expects. The socket stays open, the message is lost.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows nothing.',
    next: ['Compare the message with the schema of this version of the server: page and server may not fit.'],
    nextForUser: ['Reload the page without its cache, then send it again.'],
    when: { kind: 'event', packet: v1Event('ServerErrorEvent'), messageAt: 'code' },
  },
  {
    id: 'v1-agent-error',
    title: 'A tool of the agent failed, and the agent goes on',
    explanation: 'It looks worse on the page than it is: the agent is told and continues.',
    severity: 'info',
    retry: 'not-needed',
    pageShows: 'The page shows a banner and a toast.',
    next: ['Nothing, unless it repeats.'],
    nextForUser: ['Nothing: the agent goes on by itself.'],
    when: { kind: 'event', packet: v1Event('AgentErrorEvent'), messageAt: 'error' },
  },
  {
    id: 'v1-execution-stuck',
    title: 'The agent is stuck',
    explanation: 'The agent server found that the agent repeats itself, and stopped it.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: 'The page shows an error without words.',
    next: ['Look at the last actions: they repeat.'],
    nextForUser: ['Tell the agent what to do differently.'],
    when: {
      kind: 'event',
      packet: v1Event(
        'ConversationStateUpdateEvent',
        { at: 'key', equals: 'execution_status' },
        { at: 'value', equals: 'stuck' },
      ),
      over: V1_WORKS,
      isState: true,
    },
  },
  {
    id: 'v1-execution-error',
    title: 'The agent has stopped with an error',
    explanation: 'The status of the run is error; an event before it says why.',
    severity: 'error',
    retry: 'can-succeed',
    pageShows: 'The page shows an error without words.',
    next: ['Look for the ConversationErrorEvent before it.'],
    nextForUser: ['Tell the agent to try again.'],
    when: {
      kind: 'event',
      packet: v1Event(
        'ConversationStateUpdateEvent',
        { at: 'key', equals: 'execution_status' },
        { at: 'value', equals: 'error' },
      ),
      over: V1_WORKS,
      isState: true,
    },
  },
  {
    id: 'v1-state-error',
    title: 'The agent stands in an error since before this connection',
    explanation:
      'The first message of a connection says how things stand: the run had ended with an error, or is stuck.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: 'The page shows an error without words.',
    next: ['Look for the ConversationErrorEvent in the replay.'],
    nextForUser: ['Tell the agent to try again.'],
    when: {
      kind: 'event',
      packet: v1Event(
        'ConversationStateUpdateEvent',
        { at: 'key', equals: 'full_state' },
        { at: 'value.execution_status', oneOf: ['error', 'stuck'] },
      ),
      over: V1_WORKS,
      isState: true,
      messageAt: 'value.execution_status',
    },
  },
];
