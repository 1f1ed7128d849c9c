import { Glyph } from '../ui/glyph';
import { text } from '../../locales/text';

/** The user, or their organisation, keeps Hangup out of pages: why the panel stays empty, and how to change it. */
export function AccessBar({ hasSiteAccess }: { readonly hasSiteAccess: boolean }) {
  // The live region is there before what it says, else no screen reader says it.
  return (
    <div role="status" aria-label={text('app.access')}>
      {!hasSiteAccess && (
        <section className="recording-bar tone-warning" aria-label={text('app.keptOut')}>
          <Glyph shape="alert" tone="warning" />
          <p>{text('app.keptOutHint')}</p>
        </section>
      )}
    </div>
  );
}
