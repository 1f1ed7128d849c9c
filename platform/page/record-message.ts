import type { ControlFilter } from './control-messages';
import type { MessageBody } from './message-body';
import { now } from './primordials';
import type { Recorder } from './recorder';
import { toRecord } from './to-record';
import type { Traffic, TrafficBook } from './traffic';

/** A socket, as far as its messages are concerned. */
export interface MessageLink {
  readonly filter: ControlFilter;
  readonly traffic: Traffic;
}

/** Records one message. Here goes the hot path: no closure, no spread, one object for the body and one in the ring. */
export function recordMessage(
  recorder: Recorder,
  book: TrafficBook,
  { filter, traffic }: MessageLink,
  isOut: boolean,
  body: MessageBody,
): void {
  const seq = recorder.nextSeq();
  const timeMs = now();
  const { socketId } = traffic;
  if (isOut) book.sent(traffic, body.sizeBytes, timeMs);
  else book.received(traffic, body.sizeBytes, timeMs);
  if (!filter.isControl(isOut, body)) {
    recorder.payload(seq, timeMs, socketId, isOut, body);
    return;
  }
  const { sizeBytes, text, buffer, byteOffset } = body;
  recorder.control(toRecord(seq, timeMs, socketId, isOut, sizeBytes, text, buffer, byteOffset));
}
