import type { MessageEventRecord } from '../../../core/capture/event';

const COMMON = {
  type: 'message',
  streamId: 's',
  seq: 0,
  timeMs: 0,
  source: 'page-hook',
  socketId: 0,
  direction: 'in',
} as const;

export function textMessage(text: string, more: Partial<MessageEventRecord> = {}): MessageEventRecord {
  return { ...COMMON, format: 'text', sizeBytes: text.length, text, ...more };
}

export function binaryMessage(sizeBytes: number): MessageEventRecord {
  return { ...COMMON, format: 'binary', sizeBytes, bytes: new Uint8Array(sizeBytes) };
}
