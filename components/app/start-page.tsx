import type { ReactNode } from 'react';
import { Mark } from '../toolbar/mark';
import { text } from '../../locales/text';

/** A viewer in which nothing is open yet. */
export function StartPage({ children }: { readonly children: ReactNode }) {
  return (
    <main className="empty-state">
      <Mark size={40} />
      <h1>{text('open.startHeading')}</h1>
      <p>{text('open.startHint')}</p>
      <div className="start-actions">{children}</div>
    </main>
  );
}
