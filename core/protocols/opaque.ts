import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Protocol } from './protocol';
import { createStatelessReader } from './reading/reader';

/** The floor under everything: text and bytes of which nothing more is known. */
export const opaque: Protocol = {
  id: 'opaque',
  name: 'Plain messages',
  recognisedBy: 'Nothing else is.',
  decodes: 'Text as it stands; kind and size of what is binary.',
  recognise: () => 'likely',
  open: () => createStatelessReader(decodePlain),
  closeCodes: [],
  failures: [],
  heartbeat: undefined,
  reconnects: [],
  testedWith: ['samples'],
};

function decodePlain(message: MessageEventRecord): Decoding {
  return [{ kind: 'data', name: message.format, summary: plainSummary(message) }];
}

/** A message that no protocol reads, in one line: its text, or its kind and size. */
export function plainSummary({ format, sizeBytes, text }: MessageEventRecord): string {
  if (text !== undefined) return text === '' ? 'empty text' : text;
  return format === 'binary' ? `binary, ${sizeBytes} bytes` : `text, ${sizeBytes} bytes, not kept`;
}
