import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../core/bundle/read';
import { writeBundle } from '../../../core/bundle/write';
import type { HangupEvent } from '../../../core/capture/event';
import { reportOn } from '../../../core/report';

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
    expect(read).toMatchObject({ ok: true, value: { kind: 'bundle', events: [CONSTRUCTED] } });
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
      writeBundle([CONSTRUCTED], FACTS).replace('"socketId":1', '"socketId":-1'),
      'damaged at event 0',
    ],
    ['a HAR without entries', '{"log":{}}', 'no list of entries'],
  ])('refuses %s in one sentence', (_what, text, words) => {
    expect(problemOf(text)).toContain(words);
  });

  const socket = (socketId: number): HangupEvent => ({ ...CONSTRUCTED, socketId });

  it('opens as many events as the limit says, and refuses one more', () => {
    const text = writeBundle([socket(1), socket(2), socket(3)], FACTS);
    expect(readRecording(text, { eventCount: 3 })).toMatchObject({ value: { events: { length: 3 } } });
    const refused = readRecording(text, { eventCount: 2 });
    expect(refused.ok ? 'no problem' : refused.problem).toContain('more than can be opened');
  });

  it('keeps two halves of as many connections as the limit says, and counts the events of others as dropped', () => {
    const text = writeBundle([1, 2, 3, 4, 5, 1, 5].map(socket), { ...FACTS, droppedEvents: 10 });
    const kept = (connectionCount: number) => {
      const read = readRecording(text, { connectionCount });
      if (!read.ok) throw new Error(read.problem);
      const { events, head } = read.value;
      return [events.map((event) => 'socketId' in event && event.socketId), head?.droppedEvents];
    };
    expect(kept(3)).toEqual([[1, 2, 3, 4, 5, 1, 5], 10]);
    expect(kept(2)).toEqual([[1, 2, 3, 4, 1], 12]);
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

  it('keeps 20,000 connections, and counts the others as dropped', () => {
    const entries = Array.from({ length: 20_000 }, () => entry({}));
    const kept = eventsOf(har(...entries));
    expect(kept.filter(({ type }) => type === 'handshake')).toHaveLength(20_000);
    expect(kept.filter(({ type }) => type === 'events-dropped')).toEqual([]);
    const keptOfMore = eventsOf(har(...entries, entry({}), entry({})));
    expect(keptOfMore.filter(({ type }) => type === 'handshake')).toHaveLength(20_000);
    expect(keptOfMore.at(-1)).toMatchObject({ type: 'events-dropped', count: 2 });
  });

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

  it('tells words that were withheld from words that were never written', () => {
    const failed = (message: object) =>
      entry({ response: { status: 0 }, _webSocketMessages: [{ type: 'error', opcode: -1, ...message }] });
    expect(eventsOf(har(failed({ data: '' })))[0]).toMatchObject({ failure: '' });
    expect(eventsOf(har(failed({})))[0]).not.toHaveProperty('failure');
    expect(eventsOf(har(entry({})))[0]).not.toHaveProperty('failure');
  });

  it('knows a WebSocket of a proxy by the upgrade that it asks for', () => {
    const asked = {
      request: { url: 'https://h/live', headers: [{ name: 'Upgrade', value: 'WebSocket' }] },
      response: { status: 403 },
    };
    expect(eventsOf(har(asked))).toMatchObject([{ url: 'https://h/live', status: 403 }]);
  });

  it('takes a 200 with messages for a WebSocket over HTTP/2, and one without for a refusal', () => {
    const answered = (messages: object[]) =>
      har(entry({ response: { status: 200 }, _webSocketMessages: messages }));
    const causesOf = (text: string) =>
      reportOn(eventsOf(text)).connections[0]?.findings.map(({ cause }) => cause);
    expect(causesOf(answered([{ type: 'receive', time: 1, opcode: 1, data: 'x' }]))).toEqual([
      'close-not-recorded',
    ]);
    expect(causesOf(answered([]))).toEqual(['handshake-rejected']);
  });

  it('reads a socket with hundreds of thousands of messages, and times that are no times', () => {
    const messages = Array.from({ length: 200_000 }, (_, index) => ({
      type: 'receive',
      time: index === 7 ? 1e308 : index,
      opcode: 1,
      data: 'x',
    }));
    const events = eventsOf(har(entry({ _webSocketMessages: messages })));
    expect(events).toHaveLength(200_001);
    expect(events.every(({ timeMs }) => Number.isFinite(timeMs))).toBe(true);
  });

  it('says of every place where a file can be cut off that it is cut off', () => {
    const text = har(entry({ _webSocketMessages: [{ type: 'send', data: 'a "quoted" } ] text' }] }));
    for (let length = 1; length < text.length; length += 1)
      expect(problemOf(text.slice(0, length))).toContain('cut off');
  });
});
