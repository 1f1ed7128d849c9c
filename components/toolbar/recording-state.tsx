import type { ReactNode } from 'react';
import type { CaptureStatus } from '../../core/capture/source';
import { text } from '../../locales/text';

const HINTS = {
  recording: 'toolbar.recordingHint',
  notConnected: 'toolbar.notConnectedHint',
  fromFile: 'toolbar.fromFileHint',
} as const;

/** Whether events can arrive right now, and how many did not. */
export function RecordingState(props: {
  readonly status: CaptureStatus;
  /** Says the same and more. */
  readonly children?: ReactNode;
}) {
  const { status, children } = props;
  const { connected, isLive, droppedEvents } = status;
  const state = !isLive ? 'fromFile' : connected ? 'recording' : 'notConnected';
  return (
    <span className="recording">
      {children ?? (
        <span className={`recording-state ${isLive && connected ? 'on' : 'off'}`} title={text(HINTS[state])}>
          <span className="recording-dot" aria-hidden="true" />
          {text(`toolbar.${state}`)}
        </span>
      )}
      {droppedEvents > 0 && (
        <span className="dropped" title={text('toolbar.droppedHint')}>
          {text('toolbar.dropped', { count: droppedEvents })}
        </span>
      )}
    </span>
  );
}
