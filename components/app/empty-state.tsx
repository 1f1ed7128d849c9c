import type { ReactNode } from 'react';
import { text } from '../../locales/text';
import { Mark } from '../toolbar/mark';

/** Before anything was seen: what to do next. */
export function EmptyState(props: {
  readonly isLive: boolean;
  readonly isOff: boolean;
  /** As in `SessionState`: there is something to see soon. */
  readonly diagnosedShare: number | undefined;
  /** What else can be done: a sample. */
  readonly children?: ReactNode;
}) {
  const { isLive, isOff, diagnosedShare, children } = props;
  if (diagnosedShare !== undefined) {
    return (
      <main className="empty-state">
        <Mark size={40} />
        <h1>{text('app.diagnosing')}</h1>
        <progress value={diagnosedShare} aria-label={text('app.diagnosedSoFar')} />
      </main>
    );
  }
  if (isOff) {
    return (
      <main className="empty-state">
        <Mark size={40} />
        <h1>{text('app.offHeading')}</h1>
        <p>{text('app.offHint')}</p>
        <div className="start-actions">{children}</div>
      </main>
    );
  }
  return (
    <main className="empty-state">
      <Mark size={40} />
      <h1>{text(isLive ? 'app.liveHeading' : 'app.fileHeading')}</h1>
      <p>{text(isLive ? 'app.liveHint' : 'app.fileHint')}</p>
      {isLive && (
        <ol className="first-steps">
          <li>{text('app.step1')}</li>
          <li>{text('app.step2')}</li>
          {children !== undefined && <li>{text('app.step3')}</li>}
        </ol>
      )}
      <div className="start-actions">{children}</div>
    </main>
  );
}
