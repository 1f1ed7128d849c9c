import type { MessageEventRecord } from '../../capture/event';
import type { Packet } from '../protocol';
import { fieldsOf, idOf, textOf, type JsonFields } from './json-fields';

const SETUP = 'setup';

/** A message of the Live API in the words that all protocols share: one packet, or one for each function called. */
export function toGeminiPackets(
  fields: JsonFields,
  direction: MessageEventRecord['direction'],
): readonly Packet[] {
  const name = (direction === 'out' ? OF_CLIENT : OF_SERVER).find((known) => fields.has(known));
  if (name === undefined) return [];
  const data = fields.get(name);
  const content = fieldsOf(data);
  switch (name) {
    case 'setup': {
      const model = textOf(content?.get('model'));
      const summary = `setup${model === undefined ? '' : `, ${model}`}`;
      return [{ kind: 'request', name, summary, callId: SETUP, data }];
    }
    case 'setupComplete':
      return [{ kind: 'response', name, summary: 'setup complete', replyTo: SETUP }];
    case 'clientContent':
      return [{ kind: 'event', name, summary: 'client content', data }];
    case 'realtimeInput':
      return [{ kind: 'data', name, summary: `realtime input${kindsIn(content)}`, data }];
    case 'serverContent':
      return [{ kind: 'event', name, summary: `server content${kindsIn(content)}`, data }];
    case 'toolCall':
      return calls(content, 'functionCalls', (id, title) => ({
        kind: 'request',
        name,
        summary: `call ${title}`,
        ...(id !== undefined && { callId: id }),
        data,
      }));
    case 'toolResponse':
      return calls(content, 'functionResponses', (id, title) => ({
        kind: 'response',
        name,
        summary: `result of ${title}`,
        ...(id !== undefined && { replyTo: id }),
        data,
      }));
    case 'toolCallCancellation':
      return [{ kind: 'control', name, summary: 'calls are cancelled', data }];
    case 'sessionResumptionUpdate': {
      const verdict =
        content?.get('resumable') === true ? 'can be resumed from here' : 'cannot be resumed now';
      return [{ kind: 'control', name, summary: `session ${verdict}`, data }];
    }
    case 'goAway': {
      const left = textOf(content?.get('timeLeft'));
      const message = `the server closes${left === undefined ? ' soon' : ` in ${left}`}`;
      return [
        { kind: 'end', name, summary: `go away: ${message}`, failure: { code: name, message, retry: 'yes' } },
      ];
    }
    case 'usageMetadata':
      return [{ kind: 'control', name, summary: 'usage', data }];
  }
}

const OF_CLIENT = ['setup', 'clientContent', 'realtimeInput', 'toolResponse'] as const;
/** `usageMetadata` may stand beside each of the others. */
const OF_SERVER = [
  'setupComplete',
  'goAway',
  'toolCall',
  'toolCallCancellation',
  'sessionResumptionUpdate',
  'serverContent',
  'usageMetadata',
] as const;

/** What the content is of, by its own words: `modelTurn`, `turnComplete`, `interrupted`, `audio`. */
function kindsIn(content: JsonFields | undefined): string {
  const kinds = [...(content?.keys() ?? [])].slice(0, 4);
  return kinds.length === 0 ? '' : `: ${kinds.join(', ')}`;
}

function calls(
  content: JsonFields | undefined,
  field: string,
  toPacket: (id: string | undefined, title: string) => Packet,
): readonly Packet[] {
  const list = content?.get(field);
  // Of what was cut, or says nothing of it.
  if (!Array.isArray(list) || list.length === 0) return [toPacket(undefined, 'functions')];
  return list.map((one: unknown) => {
    const call = fieldsOf(one);
    return toPacket(idOf(call?.get('id')), textOf(call?.get('name')) ?? 'a function');
  });
}
