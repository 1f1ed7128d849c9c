import type { Recording } from '../../core/settings/recording';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';

/** While nothing is recorded here, and after: why the panel is silent, and the one thing to do about it. */
export function RecordingBar(props: {
  readonly recording: Recording;
  readonly site: string | undefined;
  readonly isReloadAdvised: boolean;
  /** There is something to see from before. */
  readonly hasOlder: boolean;
  readonly onSwitchOn: () => void;
  readonly onReload: () => void;
  readonly onDismiss: () => void;
}) {
  const { recording, site = 'this site', isReloadAdvised, hasOlder, onSwitchOn, onReload, onDismiss } = props;
  const older = hasOlder ? ' What you see is from before.' : '';
  // The live region is there before what it says, else no screen reader says it.
  return (
    <div role="status" aria-label="Recording">
      {recording !== 'on' ? (
        <section className="recording-bar tone-warning" aria-label="Recording is off">
          <Glyph shape="alert" tone="warning" />
          <p>
            {recording === 'paused' ? (
              `Recording is paused everywhere.${older}`
            ) : (
              <>
                Hangup is off on <SafeText text={site} />.{older}
              </>
            )}
          </p>
          <ActionButton onPress={onSwitchOn}>
            {recording === 'paused' ? 'Resume recording' : 'Switch on here'}
          </ActionButton>
        </section>
      ) : (
        isReloadAdvised && (
          <section className="recording-bar tone-accent" aria-label="Recording again">
            <Glyph shape="live" tone="accent" />
            <p>Recording again. Connections made meanwhile were not seen: reload to record everything.</p>
            <ActionButton onPress={onReload}>Reload the page</ActionButton>
            <ActionButton variant="quiet" onPress={onDismiss}>
              Dismiss
            </ActionButton>
          </section>
        )
      )}
    </div>
  );
}
