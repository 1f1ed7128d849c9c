import { describe, expect, it } from 'vitest';
import { lifetimeOf } from '../../../core/capture/lifetime';
import { buildConnection, START_MS, type ConnectionFacts } from '../../support/connection-builder';

function lifetime(facts: ConnectionFacts, nowMs = 10_000) {
  return lifetimeOf(buildConnection(facts), START_MS + nowMs);
}
const page = { streamId: 'page:1', socketId: 0, source: 'page-hook', timeMs: START_MS } as const;
const TRAFFIC = {
  ...page,
  type: 'socket-traffic',
  seq: 9,
  messagesIn: 500,
  bytesIn: 70_000,
  messagesOut: 3,
  bytesOut: 60,
  lastInMs: START_MS + 4_000,
  bufferedAmount: 0,
} as const;

describe('the life of a connection', () => {
  it('has its time in each state', () => {
    const facts: ConnectionFacts = {
      openAt: 50,
      closeCall: { at: 900, readyState: 1 },
      close: { at: 1_000, code: 1005 },
    };
    expect(lifetime(facts)).toMatchObject({ connectingMs: 50, openMs: 850, closingMs: 100 });
  });

  it('goes on until now while it lives', () => {
    expect(lifetime({ openAt: 50 }, 2_050)).toMatchObject({ openMs: 2_000, closingMs: undefined });
  });

  it('was only ever connecting where it never opened', () => {
    const facts: ConnectionFacts = { errorAt: 100, close: { at: 100, code: 1006 } };
    expect(lifetime(facts)).toMatchObject({ connectingMs: 100, openMs: undefined });
  });

  it('knows how long either side had been silent at the end', () => {
    const messages = [
      { at: 100, direction: 'out', text: 'hi' },
      { at: 400, direction: 'in', text: 'hello' },
    ] as const;
    const { in: incoming, out } = lifetime({ openAt: 50, messages, close: { at: 1_000, code: 1000 } });
    expect(incoming).toEqual({ messages: 1, bytes: 5, idleMs: 600 });
    expect(out).toEqual({ messages: 1, bytes: 2, idleMs: 900 });
  });

  it('believes the page about messages that were dropped since', () => {
    const { in: incoming } = lifetime({
      openAt: 50,
      close: { at: 5_000, code: 1000 },
      more: { traffic: TRAFFIC },
    });
    expect(incoming).toEqual({ messages: 500, bytes: 70_000, idleMs: 1_000 });
  });

  it('tells bytes that never left from bytes that were sent too late', () => {
    const failedSends = [
      { ...page, type: 'socket-send-failed', seq: 8, readyState: 3, sizeBytes: 30 },
      { ...page, type: 'socket-send-failed', seq: 1, readyState: 0, sizeBytes: 30 },
    ] as const;
    const close = {
      ...page,
      type: 'socket-close',
      seq: 9,
      code: 1006,
      reason: '',
      wasClean: false,
      bufferedAmount: 1_030,
    } as const;
    expect(lifetime({ openAt: 50, more: { close, failedSends } })).toMatchObject({
      unsentBytes: 1_000,
      refusedSends: { threw: 1, dropped: 1 },
    });
  });
});
