import type { Sign } from '../sign';
import { AGENT_STATE, AGENT_WORKS, agentState, ohEvent } from './events';

const BANNER = 'The page shows the reason as a banner; on joining again it takes the banner away at once.';

/** Sections 5.1, 5.3 and 5.4, and what the documented front end would do with `error_code`. */
export const v0Events: readonly Sign[] = [
  {
    id: 'session-expired-401',
    title: 'The server says that the session has expired (401)',
    explanation:
      'The documented page shows "session expired" for an error of code 401. No server that this profile was written by sends it, and the page does not look where it would arrive: this finding is the only place that shows it.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows nothing.',
    next: ['Let the page handle the error where it arrives, and renew the login.'],
    nextForUser: ['Log in again, then reload the page.'],
    when: {
      kind: 'event',
      packet: ohEvent({ at: '0.error_code', oneOf: [401, '401'] }),
      messageAt: '0.message',
    },
  },
  {
    id: 'server-error-agent-session',
    title: 'The server could not create the session of the agent',
    explanation: 'Starting the agent failed; the class of the error stands at the end of the message.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows nothing: this finding is the only place where you see it.',
    next: ['Look for `Error creating agent_session` in the server log.'],
    nextForUser: ['Check the LLM settings, then start the conversation again.'],
    when: {
      kind: 'event',
      packet: ohEvent(
        { at: '0.error', equals: true },
        { at: '0.message', startsWith: 'Failed to create agent session' },
      ),
      over: AGENT_WORKS,
      messageAt: '0.message',
    },
  },
  {
    id: 'server-error-images',
    title: 'The model takes no images: your message was not handled',
    explanation: 'The server dropped the message because images are off for this model, or it supports none.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows nothing: the message stays in the chat as if it had been sent.',
    next: ['Let the page ask whether the model takes images before it offers to attach one.'],
    nextForUser: ['Send it without an image, or choose another model.'],
    when: {
      kind: 'event',
      packet: ohEvent({ at: '0.error', equals: true }, { at: '0.message', contains: 'try without an image' }),
      messageAt: '0.message',
    },
  },
  {
    id: 'server-error',
    title: 'The server reports an error',
    explanation: 'An error frame of the session, which is neither an action nor an observation.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows nothing: this finding is the only place where you see it.',
    next: ['Look for the words of the message in the server log.'],
    nextForUser: ['Reload the page; if it comes again, pass this finding on.'],
    when: { kind: 'event', packet: ohEvent({ at: '0.error', equals: true }), messageAt: '0.message' },
  },
  {
    id: 'agent-reached-maximum',
    title: 'The agent paused at its limit, and can be resumed',
    explanation:
      'The state of the agent is error, for the reason that the most iterations, or the budget, were reached. Nothing is broken: to continue extends the limit.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: BANNER,
    next: ['Raise `max_iterations` or `max_budget_per_task` if the limit is too low for the task.'],
    nextForUser: ['Tell the agent to continue: that extends the limit.'],
    when: {
      kind: 'event',
      packet: agentState(
        { at: AGENT_STATE, equals: 'error' },
        { at: '0.extras.reason', contains: 'Agent reached maximum' },
      ),
      over: AGENT_WORKS,
      isState: true,
      messageAt: '0.extras.reason',
    },
  },
  {
    id: 'agent-reached-maximum-documented',
    title: 'The agent paused at its limit, and can be resumed',
    explanation:
      'An error event whose message begins with "Agent reached maximum", as the documented page expects it.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: 'The documented page sets the agent to paused.',
    next: ['Raise `max_iterations` or `max_budget_per_task` if the limit is too low for the task.'],
    nextForUser: ['Tell the agent to continue: that extends the limit.'],
    when: {
      kind: 'event',
      packet: ohEvent(
        { at: '0.type', equals: 'error' },
        { at: '0.message', startsWith: 'Agent reached maximum' },
      ),
      over: AGENT_WORKS,
      messageAt: '0.message',
    },
  },
  {
    id: 'agent-state-error',
    title: 'The agent has stopped with an error',
    explanation: 'The state of the agent is error; the reason is an id of a status or the text of an error.',
    severity: 'error',
    retry: 'can-succeed',
    pageShows: BANNER,
    next: ['Look up the reason: the status message before it says the same.'],
    nextForUser: ['Do what the reason asks for, then tell the agent to continue.'],
    when: {
      kind: 'event',
      packet: agentState({ at: AGENT_STATE, equals: 'error' }),
      over: AGENT_WORKS,
      isState: true,
      messageAt: '0.extras.reason',
    },
  },
  {
    id: 'agent-rate-limited',
    title: 'The agent waits: the LLM provider limits its rate',
    explanation:
      'The server tries again by itself. After its last attempt it may forget to say so, and the agent stays in this state for ever.',
    severity: 'warning',
    retry: 'heals',
    pageShows: 'The page shows "Error occurred" with a yellow dot.',
    next: ['Raise the limits at the provider, or use another model.'],
    nextForUser: ['Wait some minutes; if nothing happens, tell the agent to continue.'],
    when: {
      kind: 'event',
      packet: agentState({ at: AGENT_STATE, equals: 'rate_limited' }),
      over: AGENT_WORKS,
      isState: true,
      messageAt: '0.extras.reason',
    },
  },
  {
    id: 'error-observation-runtime',
    title: 'An action was not carried out: the runtime has most likely crashed',
    explanation: 'The server says that the runtime may have crashed and been restarted for lack of memory.',
    severity: 'warning',
    retry: 'can-succeed',
    confidence: 'likely',
    pageShows: 'The page shows it among the messages.',
    next: ['Look at the memory of the runtime container.'],
    nextForUser: ['Tell the agent to continue, in smaller steps.'],
    when: {
      kind: 'event',
      packet: ohEvent({
        at: '0.extras.error_id',
        equals: 'AGENT_ERROR$ERROR_ACTION_NOT_EXECUTED_ERROR',
      }),
    },
  },
  {
    id: 'error-observation',
    title: 'An action of the agent failed, and the agent knows it',
    explanation: 'An error that the agent is told of and works around: no fault of the connection.',
    severity: 'info',
    retry: 'not-needed',
    pageShows: 'The page shows it among the messages.',
    next: ['Nothing, unless it repeats.'],
    nextForUser: ['Nothing: the agent goes on by itself.'],
    when: {
      kind: 'event',
      packet: ohEvent({ at: '0.observation', equals: 'error' }),
      messageAt: '0.content',
    },
  },
];
