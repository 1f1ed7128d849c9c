import type { Connection } from '../../capture/connection';
import type { EventOf } from '../../capture/event';
import type { Evidence } from '../cause';
import { didOpen, hadErrorFirst } from './opened';
import { duration } from './words';

/** What the page's own events say of the end, in the order they came. */
export function pageEvidence(connection: Connection): Evidence[] {
  const { open, close, error, startedMs } = connection;
  const rows: Evidence[] = connection.closeCalls.filter((call) => call.error === undefined).map(closeCallRow);
  if (error !== undefined) {
    const when = close === undefined ? 'and no close event' : 'before the close event';
    if (hadErrorFirst(connection)) rows.push(row(error, `The page got an error event ${when}`));
  }
  if (close !== undefined) {
    rows.push(row(close, closeText(close)));
    const ageMs = close.timeMs - startedMs;
    if (open !== undefined)
      rows.push(row(close, `It had been open for ${duration(close.timeMs - open.timeMs)}`));
    else if (didOpen(connection)) rows.push(row(close, `It ended ${duration(ageMs)} after it was created`));
    else rows.push(row(close, `It never opened: it ended ${duration(ageMs)} after it was created`));
  }
  return rows;
}

function closeText({ code, reason, wasClean }: EventOf<'socket-close'>): string {
  const why = reason === '' ? 'reason empty' : `reason "${reason}"`;
  return `The page saw close code ${code}, ${why}, ${wasClean ? 'clean' : 'not clean'}`;
}

const STATES = ['while connecting', 'while open', 'while closing', 'when it was closed'] as const;

function closeCallRow(call: EventOf<'socket-close-called'>): Evidence {
  const values = [call.code, call.reason === undefined ? undefined : `"${call.reason}"`];
  const shown = values.filter((value) => value !== undefined).join(', ');
  const from = callerOf(call.stack);
  const caller = from === undefined ? '' : `, from ${from}`;
  return row(call, `The page called close(${shown}) ${STATES[call.readyState] ?? ''}${caller}`);
}

/** The topmost frame of the page's own code. */
function callerOf(stack: string | undefined): string | undefined {
  const frames = stack?.split('\n').map((line) => line.trim()) ?? [];
  const frame = frames.find(
    (line) => line !== '' && !/^\w*Error\b/.test(line) && !line.includes('extension://'),
  );
  return frame?.replace(/^at /, '');
}

function row(event: { source: 'page-hook'; timeMs: number }, text: string): Evidence {
  return { source: event.source, text, timeMs: event.timeMs };
}
