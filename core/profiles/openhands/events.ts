import type { FieldTest } from '../field-test';
import type { PacketTest } from '../packet-test';
import type { UrlTest } from '../url-test';

/** An event of V0: the argument of `oh_event`. */
export function ohEvent(...where: readonly FieldTest[]): PacketTest {
  return { direction: 'in', name: 'oh_event', where: [...where] };
}

/** An event of V1: a message of its own. */
export function v1Event(kind: string, ...where: readonly FieldTest[]): PacketTest {
  return { direction: 'in', where: [{ at: 'kind', equals: kind }, ...where] };
}

export const AGENT_STATE = '0.extras.agent_state';
const IS_AGENT_STATE: FieldTest = { at: '0.observation', equals: 'agent_state_changed' };

export function agentState(...where: readonly FieldTest[]): PacketTest {
  return ohEvent(IS_AGENT_STATE, ...where);
}
/** The agent works again: an error of before is over. */
export const AGENT_WORKS = agentState({
  at: AGENT_STATE,
  oneOf: ['running', 'awaiting_user_input', 'finished'],
});
export const V1_WORKS = v1Event(
  'ConversationStateUpdateEvent',
  { at: 'key', equals: 'execution_status' },
  { at: 'value', oneOf: ['running', 'idle', 'finished'] },
);

/** The first message of each connection of V1, with the server's own time; its id is thrown away. */
export const V1_CLOCK = v1Event('ConversationStateUpdateEvent', { at: 'key', equals: 'full_state' });
/** Events of V1 that are stored, so that a replay brings them again. */
export const V1_STORED: PacketTest = {
  direction: 'in',
  where: [
    { at: 'kind', noneOf: ['ConversationStateUpdateEvent', 'ServerErrorEvent', 'LLMCompletionLogEvent'] },
    { at: 'timestamp', exists: true },
  ],
};
/** Addresses of V1 by which the page asks for all events. */
export const EVERYTHING_AGAIN: UrlTest[] = [
  { query: [{ name: 'resend_all', value: { equals: 'true' } }] },
  { query: [{ name: 'resend_mode', value: { equals: 'all' } }] },
];
