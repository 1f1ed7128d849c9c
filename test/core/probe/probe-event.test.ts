import { expect, it } from 'vitest';
import type { HangupEvent, ProbeEvent } from '../../../core/capture/event';
import { createCaptureFold } from '../../../core/capture/fold';
import { redactAll } from '../../support/redacted';

const probe: ProbeEvent = {
  type: 'probe',
  source: 'probe',
  streamId: 'probe-1',
  seq: 1,
  timeMs: 2,
  connectionId: 'page/7',
  url: 'ws://a.example/?token=planted-1',
  how: 'http-get',
  startedMs: 1,
  steps: [
    {
      method: 'GET',
      url: 'http://a.example/?token=planted-1',
      status: 401,
      headers: [['set-cookie', 'planted-2']],
      body: '{"access_token":"planted-3","detail":"log in first"}',
    },
  ],
};
const socket: HangupEvent = {
  type: 'socket-constructed',
  source: 'page-hook',
  streamId: 'page',
  seq: 1,
  timeMs: 0,
  socketId: 7,
  url: 'ws://a.example/',
  protocols: [],
};

it.each([
  ['after', [socket, probe]],
  ['before', [probe, socket]],
])('an answer that comes %s its connection is found there', (_when, events) => {
  const fold = createCaptureFold();
  fold.add(events);
  expect(fold.connections()[0]?.probes).toEqual([probe]);
});

it('an answer makes a connection that was handed out a new one', () => {
  const fold = createCaptureFold();
  fold.add([socket]);
  expect(fold.connections()[0]?.probes).toEqual([]);
  fold.add([probe]);
  expect(fold.connections()[0]?.probes).toHaveLength(1);
});

it('an answer leaves the machine without its secrets and with its words', () => {
  const text = JSON.stringify(redactAll([probe]));
  expect(text).not.toMatch(/planted-\d/);
  expect(text).toContain('log in first');
});
