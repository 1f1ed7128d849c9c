import { describe, expect, it } from 'vitest';
import type { HangupEvent } from '../../core/capture/event';
import { hasErrors, reportOn } from '../../core/report';
import { toMarkdown, toText } from '../../core/report-text';

const page = { source: 'page-hook', streamId: 's', socketId: 1 } as const;
const url = 'wss://h/live?token=SECRET1&room=7';
const close = (code: number, reason: string): HangupEvent[] => [
  { ...page, type: 'socket-constructed', seq: 1, timeMs: 0, url, protocols: [] },
  { ...page, type: 'socket-open', seq: 2, timeMs: 5, protocol: '', extensions: '' },
  { ...page, type: 'socket-close', seq: 3, timeMs: 9, code, reason, wasClean: true, bufferedAmount: 0 },
];

describe('a report', () => {
  it('quotes no secret, wherever it stood', () => {
    const report = reportOn(
      close(4401, 'expired: token=SECRET1?token=SECRET1 eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'),
    );
    const redirect = reportOn([
      {
        type: 'handshake',
        source: 'web-request',
        streamId: 'r',
        socketId: 1,
        seq: 1,
        timeMs: 0,
        url,
        status: 302,
        endedMs: 1,
        redirectUrl: 'https://h/login?access_token=SECRET1',
      },
    ]);
    for (const text of [
      JSON.stringify(report),
      toText(report),
      toMarkdown(report),
      JSON.stringify(redirect),
    ]) {
      expect(text).not.toMatch(/SECRET1|eyJ/);
      expect(text).toContain('room=7');
    }
  });

  it('counts what must be mended as an error, and nothing else', () => {
    expect(hasErrors(reportOn(close(4401, '')))).toBe(true);
    expect(hasErrors(reportOn(close(1000, '')))).toBe(false);
    expect(hasErrors(reportOn([]))).toBe(false);
  });

  it('tells of connections that ended alike once, with how many there were', () => {
    const again = (streamId: string, code: number) =>
      close(code, 'busy').map((event) => ({ ...event, streamId }));
    const report = reportOn([...again('a', 4900), ...again('b', 4900), ...again('c', 4901)]);
    for (const text of [toText(report), toMarkdown(report)]) {
      expect(text.match(/2 connections, the newest is shown/g)).toHaveLength(1);
      expect(text.match(/4900/g)?.length).toBe(text.match(/4901/g)?.length);
    }
  });

  it('shows server text in Markdown as text', () => {
    const text = toMarkdown(reportOn(close(4000, '**bold** <img src=x> `code` [a](b)')));
    expect(text).toContain('\\*\\*bold\\*\\* \\<img src=x\\> \\`code\\` \\[a\\]');
  });

  it("says what Socket.IO's client tells the page, and whether it comes back", () => {
    const url = 'wss://h/socket.io/?EIO=4&transport=websocket';
    const message = (seq: number, direction: 'in' | 'out', text: string): HangupEvent => ({
      ...page,
      type: 'message',
      seq,
      timeMs: seq,
      direction,
      format: 'text',
      sizeBytes: text.length,
      text,
    });
    const report = reportOn([
      { ...page, type: 'socket-constructed', seq: 1, timeMs: 0, url, protocols: [] },
      { ...page, type: 'socket-open', seq: 2, timeMs: 5, protocol: '', extensions: '' },
      message(3, 'in', '0{"sid":"a","pingInterval":25000,"pingTimeout":20000}'),
      message(4, 'out', '40'),
      message(5, 'in', '40{"sid":"b"}'),
      message(6, 'in', '41'),
      {
        ...page,
        type: 'socket-close',
        seq: 7,
        timeMs: 9,
        code: 1005,
        reason: '',
        wasClean: true,
        bufferedAmount: 0,
      },
    ]);
    const told = 'disconnect "io server disconnect"; it does not reconnect until your page calls';
    expect(toText(report)).toContain(`Socket.IO's client tells the page: ${told}`);
    expect(toMarkdown(report)).toContain(`tells the page: ${told}`);
    expect(report.connections[0]?.clientReports).toHaveLength(1);
  });
});
