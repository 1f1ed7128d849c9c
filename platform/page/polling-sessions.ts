import { createControlFilter, type ControlFilter } from './control-messages';
import type { MessageBody } from './message-body';
import { stringIndexOf, stringSlice } from './primordials';
import { recordMessage } from './record-message';
import type { Recorder } from './recorder';
import { withStack } from './stack';
import type { Traffic, TrafficBook } from './traffic';

const URL_LIMIT = 8_192;
const ERROR_BODY_LIMIT = 4_096;

/** One Engine.IO session that is carried by HTTP requests. */
export interface PollingSession {
  readonly id: number;
  /** The address up to its query. */
  readonly base: string;
  sessionId: string | undefined;
  isOpen: boolean;
  hasEnded: boolean;
  readonly filter: ControlFilter;
  readonly traffic: Traffic;
  readonly older: PollingSession | undefined;
}

/** What the observers of XHR and fetch report. All of it may throw: call it in a safe place. */
export interface PollingSessions {
  /** The session of a request that goes out now. */
  sessionOf(url: string): PollingSession;
  sent(session: PollingSession, body: MessageBody): void;
  received(session: PollingSession, body: MessageBody): void;
  failed(session: PollingSession, failure: PollingFailure): void;
}

export interface PollingFailure {
  readonly method: 'GET' | 'POST';
  readonly status: number;
  readonly body?: string;
  readonly isAborted?: true;
}

/** Engine.IO's own requests, by what their query always carries; asked of every request, so it does no more. */
export function isPolling(url: string): boolean {
  return stringIndexOf(url, ['EIO=']) !== -1 && stringIndexOf(url, ['transport=polling']) !== -1;
}

export function createPollingSessions(recorder: Recorder, book: TrafficBook): PollingSessions {
  let newest: PollingSession | undefined;

  function begin(url: string, base: string, sessionId: string | undefined): PollingSession {
    const id = recorder.nextSocketId();
    const session: PollingSession = {
      id,
      base,
      sessionId,
      isOpen: false,
      hasEnded: false,
      filter: createControlFilter(url),
      traffic: book.open(id),
      older: newest,
    };
    newest = session;
    recorder.control(
      withStack({
        ...recorder.stamp('socket-constructed', id),
        transport: 'polling',
        url: stringSlice(url, [0, URL_LIMIT]),
        protocols: [],
      }),
    );
    return session;
  }

  function end(session: PollingSession): void {
    if (session.hasEnded) return;
    session.hasEnded = true;
    book.close(session.traffic);
  }

  return {
    sessionOf(url) {
      const base = stringSlice(url, [0, stringIndexOf(url, ['?'])]);
      const sessionId = between(url, '&sid=', '&') ?? between(url, '?sid=', '&');
      // Without an id it asks for a new session.
      if (sessionId === undefined) return begin(url, base, undefined);
      for (let session = newest; session !== undefined; session = session.older) {
        if (session.sessionId === sessionId && session.base === base) return session;
      }
      return begin(url, base, sessionId);
    },
    sent: (session, body) => recordMessage(recorder, book, session, true, body),
    received(session, body) {
      if (!session.isOpen) {
        session.isOpen = true;
        recorder.control({ ...recorder.stamp('socket-open', session.id), protocol: '', extensions: '' });
      }
      if (body.text !== undefined) session.sessionId ??= between(body.text, '"sid":"', '"');
      recordMessage(recorder, book, session, false, body);
    },
    failed(session, { body, ...failure }) {
      end(session);
      recorder.control({
        ...recorder.stamp('polling-failed', session.id),
        ...failure,
        ...(body === undefined ? undefined : { body: stringSlice(body, [0, ERROR_BODY_LIMIT]) }),
      });
    },
  };
}

/** What stands after `start`, up to `end` or the text's own end. */
function between(text: string, start: string, end: string): string | undefined {
  const found = stringIndexOf(text, [start]);
  if (found === -1) return undefined;
  const from = found + start.length;
  const to = stringIndexOf(text, [end, from]);
  return to === -1 ? stringSlice(text, [from]) : stringSlice(text, [from, to]);
}
