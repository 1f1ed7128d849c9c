import { Mark } from '../toolbar/mark';
import { text } from '../../locales/text';

/** Before anything was seen. */
export function EmptyState({ isLive, isOff }: { readonly isLive: boolean; readonly isOff: boolean }) {
  if (isOff) {
    return (
      <main className="empty-state">
        <Mark size={40} />
        <h1>{text('app.offHeading')}</h1>
        <p>{text('app.offHint')}</p>
      </main>
    );
  }
  return (
    <main className="empty-state">
      <Mark size={40} />
      <h1>{text(isLive ? 'app.liveHeading' : 'app.fileHeading')}</h1>
      <p>{text(isLive ? 'app.liveHint' : 'app.fileHint')}</p>
    </main>
  );
}
