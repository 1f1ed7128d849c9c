import { expect, test } from 'vitest';
import type { MessageEventRecord } from '../../../../core/capture/event';
import { packetSummary } from '../../../../core/protocols/reading/packet-summary';

const MESSAGE: MessageEventRecord = {
  type: 'message',
  source: 'page-hook',
  streamId: 'a',
  seq: 1,
  timeMs: 5,
  socketId: 1,
  direction: 'in',
  format: 'text',
  sizeBytes: 900_000,
  text: '{"type":"huge","items":[',
};

test('a body that cannot be read is told as such', () => {
  expect(packetSummary('unreadable', MESSAGE, 'JSON messages')).toMatch(
    /^unreadable as JSON messages: \{"type/,
  );
});

test('of the beginning of a body it is not said that it is wrong', () => {
  expect(packetSummary('unreadable', { ...MESSAGE, isCut: true }, 'JSON messages')).toMatch(/^\{"type/);
});
