import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../core/bundle/read';
import { writeBundle } from '../../../core/bundle/write';
import type { HangupEvent } from '../../../core/capture/event';

const FACTS = {
  createdAt: '2026-11-23T10:00:00.000Z',
  appVersion: '0.1.0',
  browser: 'test',
  droppedEvents: 0,
};
const CONSTRUCTED: HangupEvent = {
  type: 'socket-constructed',
  source: 'page-hook',
  streamId: 's',
  seq: 1,
  timeMs: 1.5,
  socketId: 1,
  url: 'wss://h/a?room=7',
  protocols: ['x'],
};

function problemOf(text: string): string {
  const read = readRecording(text);
  return read.ok ? 'no problem' : read.problem;
}

describe('reading a bundle', () => {
  it('gives back the events that were written', () => {
    const read = readRecording(writeBundle([CONSTRUCTED], FACTS));
    expect(read).toEqual({ ok: true, value: { kind: 'bundle', events: [CONSTRUCTED] } });
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['a text', 'hello', 'not JSON'],
    ['a file cut off', writeBundle([CONSTRUCTED], FACTS).slice(0, 200), 'cut off'],
    ['JSON of another kind', '{"a":1}', 'neither a Hangup bundle nor a HAR'],
    ['a JSON list', '[]', 'neither a Hangup bundle nor a HAR'],
    ['a bundle of the future', '{"format":"hangup-bundle","version":2}', 'update Hangup'],
    ['a damaged bundle', '{"format":"hangup-bundle","version":1}', 'damaged'],
    [
      'a bundle with an impossible event',
      writeBundle([CONSTRUCTED], FACTS).replace('"socketId": 1', '"socketId": -1'),
      'damaged at event 0',
    ],
    ['a HAR without entries', '{"log":{}}', 'no list of entries'],
  ])('refuses %s in one sentence', (_what, text, words) => {
    expect(problemOf(text)).toContain(words);
  });

  it('redacts what it writes', () => {
    const secret = 'wss://h/a?session_api_key=abc123&room=7';
    const text = writeBundle([{ ...CONSTRUCTED, url: secret }], FACTS);
    expect(text).not.toContain('abc123');
    expect(text).toContain('room=7');
  });
});

describe('reading a HAR', () => {
  const entry = (part: object) => ({
    startedDateTime: '2026-11-23T10:00:00.000Z',
    time: 50,
    request: { url: 'ws://h/a' },
    response: { status: 101 },
    _resourceType: 'websocket',
    ...part,
  });
  const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });

  function eventsOf(text: string): readonly HangupEvent[] {
    const read = readRecording(text);
    if (!read.ok) throw new Error(read.problem);
    return read.value.events;
  }

  it('takes the failure text from the frame of type error, and never the status 0', () => {
    const failed = entry({
      response: { status: 0 },
      time: 1_013_060,
      _webSocketMessages: [{ type: 'error', time: 1, opcode: -1, data: 'Unexpected response code: 403' }],
    });
    const [handshake] = eventsOf(har(failed));
    expect(handshake).toMatchObject({ type: 'handshake', failure: 'Unexpected response code: 403' });
    expect(handshake).not.toHaveProperty('status');
  });

  it('reads frames both ways, text and binary', () => {
    const opened = entry({
      _webSocketMessages: [
        { type: 'send', time: 1_763_892_000.5, opcode: 1, data: 'hi' },
        { type: 'receive', time: 1_763_892_001, opcode: 2, data: 'AQID' },
      ],
    });
    const [, sent, received] = eventsOf(har(opened));
    expect(sent).toMatchObject({ type: 'message', direction: 'out', text: 'hi', timeMs: 1_763_892_000_500 });
    expect(received).toMatchObject({
      direction: 'in',
      format: 'binary',
      bytes: new Uint8Array([1, 2, 3]),
      sizeBytes: 3,
    });
  });

  it('passes over other requests and frames of unknown kinds', () => {
    const odd = entry({
      _webSocketMessages: [{ type: 'compressed' }, null, { type: 'send', opcode: 1, data: 'x' }],
    });
    const events = eventsOf(har({ request: { url: 'https://h/' } }, { nonsense: true }, odd));
    expect(events.map(({ type }) => type)).toEqual(['handshake', 'message']);
  });

  it('tells a failure without words from no failure', () => {
    const hidden = entry({ response: { status: 0 }, _webSocketMessages: [{ type: 'error', opcode: -1 }] });
    expect(eventsOf(har(hidden))[0]).toMatchObject({ failure: '' });
    expect(eventsOf(har(entry({})))[0]).not.toHaveProperty('failure');
  });
});
