import type { Recording } from '../../core/settings/recording';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';
import { RichText } from '../ui/rich-text';

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
  const {
    recording,
    site = text('settings.thisSite'),
    isReloadAdvised,
    hasOlder,
    onSwitchOn,
    onReload,
    onDismiss,
  } = props;
  // The live region is there before what it says, else no screen reader says it.
  return (
    <div role="status" aria-label={text('settings.bar')}>
      {recording !== 'on' ? (
        <section className="recording-bar tone-warning" aria-label={text('settings.isOff')}>
          <Glyph shape="alert" tone="warning" />
          <p>
            {recording === 'paused' ? (
              text(hasOlder ? 'settings.pausedOlder' : 'settings.pausedEverywhere')
            ) : (
              <RichText
                of={hasOlder ? 'settings.siteOffOlder' : 'settings.siteOff'}
                values={{ site: <SafeText text={site} /> }}
              />
            )}
          </p>
          <ActionButton onPress={onSwitchOn}>
            {text(recording === 'paused' ? 'settings.resume' : 'settings.switchOn')}
          </ActionButton>
        </section>
      ) : (
        isReloadAdvised && (
          <section className="recording-bar tone-accent" aria-label={text('settings.recordingAgain')}>
            <Glyph shape="live" tone="accent" />
            <p>{text('settings.reloadAdvised')}</p>
            <ActionButton onPress={onReload}>{text('settings.reload')}</ActionButton>
            <ActionButton variant="quiet" onPress={onDismiss}>
              {text('settings.dismiss')}
            </ActionButton>
          </section>
        )
      )}
    </div>
  );
}
