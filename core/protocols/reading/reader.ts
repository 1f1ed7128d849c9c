import type { MessageEventRecord } from '../../capture/event';
import type { Decoding, Reader } from '../protocol';

/** A reader that needs to remember nothing. */
export function createStatelessReader(decode: (message: MessageEventRecord) => Decoding): Reader {
  const reader: Reader = { read: (message) => ({ decoding: decode(message), next: reader }) };
  return reader;
}

/** A reader whose memory is one plain value: each message gives its decoding and the memory for the next. */
export function createReader<Memory>(
  memory: Memory,
  decode: (
    message: MessageEventRecord,
    memory: Memory,
  ) => { readonly decoding: Decoding; readonly memory: Memory },
): Reader {
  const reader: Reader = {
    read(message) {
      const result = decode(message, memory);
      // Most messages change nothing: then no new reader is made for them.
      const next = result.memory === memory ? reader : createReader(result.memory, decode);
      return { decoding: result.decoding, next };
    },
  };
  return reader;
}
