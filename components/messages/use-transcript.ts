import { useEffect, useReducer } from 'react';
import type { Connection } from '../../core/capture/connection';
import type { Transcript } from '../../core/protocols/transcript';
import { transcriptOf } from '../../core/protocols/wire';

/** What the messages say, read in portions between frames: a long capture must not hold the panel up. */
export function useTranscript(connection: Connection): { transcript: Transcript; isReading: boolean } {
  const [, showMore] = useReducer((count: number) => count + 1, 0);
  const transcript = transcriptOf(connection);
  const isReading = !transcript.readOn(connection.messages);
  useEffect(() => {
    if (!isReading) return;
    const timer = setTimeout(showMore, 0);
    return () => clearTimeout(timer);
  });
  return { transcript, isReading };
}
