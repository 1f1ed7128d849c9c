import type { ReactNode } from 'react';
import type { CaptureStatus } from '../../core/capture/source';
import { text } from '../../locales/text';
import type { Summary } from '../../state/summary-sentence';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';
import type { GlyphShape, Tone } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { Mark } from './mark';
import { RecordingState } from './recording-state';

/**
 * What is going on, in one sentence, and what can be done with a capture as a whole. The sentence is no live region: its
 * counts change with each attempt.
 */
export function Toolbar(props: {
  readonly summary: Summary;
  readonly status: CaptureStatus;
  /** How recording is switched, in place of the bare word for its state. */
  readonly recording: ReactNode;
  readonly isEmpty: boolean;
  /** Undefined where there is nothing to forget: a file stays as it is. */
  readonly onClear: (() => void) | undefined;
  /** How files are opened. */
  readonly open: ReactNode;
  /** Undefined where nothing can be saved. */
  readonly onExport: (() => void) | undefined;
}) {
  const { summary, status, recording, isEmpty, onClear, open, onExport } = props;
  const { shape, tone } = toSummaryLook(summary.severity);
  return (
    <header className="toolbar">
      <span className="brand">
        <Mark />
        <span className="brand-name">Hangup</span>
      </span>
      <RecordingState status={status}>{recording}</RecordingState>
      <p className={`summary tone-${tone}`}>
        {shape && <Glyph shape={shape} tone={tone} />}
        <span>
          <SafeText text={summary.sentence} />
        </span>
      </p>
      <span className="toolbar-actions">
        {onClear && (
          <ActionButton onPress={onClear} isDisabled={isEmpty}>
            {text('toolbar.clear')}
          </ActionButton>
        )}
        {open}
        {onExport && (
          <ActionButton variant="primary" onPress={onExport} isDisabled={isEmpty}>
            {text('toolbar.export')}
          </ActionButton>
        )}
      </span>
    </header>
  );
}

function toSummaryLook(severity: Summary['severity']): { shape: GlyphShape | undefined; tone: Tone } {
  switch (severity) {
    case 'error':
      return { shape: 'stop', tone: 'error' };
    case 'warning':
      return { shape: 'alert', tone: 'warning' };
    case 'info':
      return { shape: 'check', tone: 'info' };
    case undefined:
      return { shape: undefined, tone: 'neutral' };
  }
}
