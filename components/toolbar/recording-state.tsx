import type { ReactNode } from 'react';
import type { CaptureStatus } from '../../core/capture/source';

/** Whether events can arrive right now, and how many did not. */
export function RecordingState(props: {
  readonly status: CaptureStatus;
  /** Says the same and more. */
  readonly children?: ReactNode;
}) {
  const { status, children } = props;
  const { connected, isLive, droppedEvents } = status;
  const word = !isLive ? 'From a file' : connected ? 'Recording' : 'Not connected';
  const explanation = !isLive
    ? 'This capture was opened from a file'
    : connected
      ? 'Watching this tab'
      : 'The page cannot be reached right now; Hangup keeps trying';
  return (
    <span className="recording">
      {children ?? (
        <span className={`recording-state ${isLive && connected ? 'on' : 'off'}`} title={explanation}>
          <span className="recording-dot" aria-hidden="true" />
          {word}
        </span>
      )}
      {droppedEvents > 0 && (
        <span className="dropped" title="Thrown away to bound memory: what is shown may have holes">
          {droppedEvents.toLocaleString('en')} {droppedEvents === 1 ? 'event' : 'events'} dropped
        </span>
      )}
    </span>
  );
}
