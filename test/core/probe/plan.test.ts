import { describe, expect, it } from 'vitest';
import type { ProbeEvent } from '../../../core/capture/event';
import { nextRequest, planProbe, toQuestion, type ProbePlan } from '../../../core/probe/plan';
import { buildConnection } from '../../support/connection-builder';
import { textMessage } from '../protocols/message';

type Step = ProbeEvent['steps'][number];

function plan(url: string, connectPacket?: string): ProbePlan {
  const planned = planProbe({ connectionId: 'page:1/0', url, connectPacket });
  if (planned === undefined) throw new Error('There is no plan');
  return planned;
}

/** Plays the plan against answers to its GETs; returns what was sent. */
function play(planned: ProbePlan, bodies: readonly string[]): string[] {
  const left = [...bodies];
  const steps: Step[] = [];
  const sent: string[] = [];
  for (;;) {
    const request = nextRequest(planned, steps);
    if (request === undefined) return sent;
    const { method, url, body } = request;
    sent.push(
      [method, new URL(url).searchParams.get('sid') ?? '-', ...(body === undefined ? [] : [body])].join(' '),
    );
    steps.push({ method, url, status: 200, body: method === 'GET' ? (left.shift() ?? '') : 'ok' });
  }
}

const SOCKET_IO = 'wss://a.example/socket.io/?EIO=4&transport=websocket&sid=old';
const OPEN = '0{"sid":"abc","upgrades":[]}';

describe('a plan for a plain WebSocket', () => {
  it.each([
    ['ws://a.example/live?room=7', 'http://a.example/live?room=7'],
    ['wss://a.example:8443/live', 'https://a.example:8443/live'],
    ['https://a.example/live#part', 'https://a.example/live'],
  ])('asks %s at %s, once', (url, asked) => {
    const planned = plan(url);
    expect(planned.how).toBe('http-get');
    expect(planned.first).toEqual({ method: 'GET', url: asked });
    expect(play(planned, ['anything'])).toEqual(['GET -']);
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'chrome://settings', 'not an address', ''])(
    'does not exist for %j',
    (url) => {
      expect(planProbe({ connectionId: 'x', url, connectPacket: undefined })).toBeUndefined();
    },
  );
});

describe('a plan for Socket.IO', () => {
  it('asks the polling transport and leaves the old session alone', () => {
    expect(plan(SOCKET_IO).first.url).toBe('https://a.example/socket.io/?EIO=4&transport=polling');
  });

  it('opens, connects as the page did, reads the refusal and closes', () => {
    const sent = play(plan(SOCKET_IO, '40{"token":"t"}'), [OPEN, '44{"message":"no"}']);
    expect(sent).toEqual(['GET -', 'POST abc 40{"token":"t"}', 'GET abc', 'POST abc 1']);
  });

  it('reads on while events come before the ruling, but not for ever', () => {
    const event = '42["oh_event",{}]';
    expect(play(plan(SOCKET_IO), [OPEN, event, '40{"sid":"s"}'])).toEqual([
      'GET -',
      'POST abc 40',
      'GET abc',
      'GET abc',
      'POST abc 1',
    ]);
    expect(play(plan(SOCKET_IO), [OPEN, event, event, event, event])).toHaveLength(6);
  });

  it('sends nothing more to a server that opens no session, or has closed it', () => {
    expect(play(plan(SOCKET_IO), ['{"code":0,"message":"Transport unknown"}'])).toEqual(['GET -']);
    expect(play(plan(SOCKET_IO), [OPEN, '44{"message":"no"}\u001e1'])).toEqual([
      'GET -',
      'POST abc 40',
      'GET abc',
    ]);
  });

  it('sends no CONNECT where nothing says that it is Socket.IO', () => {
    expect(play(plan('wss://a.example/bus?EIO=4&transport=websocket'), [OPEN])).toEqual([
      'GET -',
      'POST abc 1',
    ]);
  });

  it('lets a server of protocol 3 connect by itself, in its own framing', () => {
    const planned = plan('wss://a.example/socket.io/?EIO=3&transport=websocket');
    expect(planned.first.url).toContain('b64=1');
    expect(play(planned, [`${OPEN.length}:${OPEN}2:40`])).toEqual(['GET -', 'POST abc 1:1']);
    expect(play(planned, [`${OPEN.length}:${OPEN}`, '6:44"no"'])).toEqual([
      'GET -',
      'GET abc',
      'POST abc 1:1',
    ]);
  });

  it('sends nothing after it was cancelled', () => {
    const step: Step = { method: 'GET', url: SOCKET_IO, status: 200, body: OPEN, failure: 'cancelled' };
    expect(nextRequest(plan(SOCKET_IO), [step])).toBeUndefined();
  });
});

describe('the question about a connection', () => {
  it('carries the CONNECT that was refused', () => {
    const messages = [
      textMessage('40', { direction: 'out' }),
      textMessage('40/admin,{"token":"t"}', { direction: 'out' }),
      textMessage('44/admin,{"message":"no"}'),
    ];
    const connection = { ...buildConnection({}), url: SOCKET_IO, messages };
    expect(toQuestion(connection)?.connectPacket).toBe('40/admin,{"token":"t"}');
  });

  it('carries none that was cut', () => {
    const messages = [textMessage('40{"token":"aaa', { direction: 'out', isCut: true })];
    expect(toQuestion({ ...buildConnection({}), url: SOCKET_IO, messages })?.connectPacket).toBeUndefined();
  });
});
