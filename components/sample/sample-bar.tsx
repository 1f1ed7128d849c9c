import { text } from '../../locales/text';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';

/** Says that what is on show is not the user's page, and leads back. */
export function SampleBar({ onClose }: { readonly onClose: () => void }) {
  return (
    <section className="recording-bar tone-accent" aria-label={text('sample.bar')}>
      <Glyph shape="question" tone="accent" />
      <p>{text('sample.barHint')}</p>
      <ActionButton onPress={onClose}>{text('sample.close')}</ActionButton>
    </section>
  );
}
