import type { ReactNode } from 'react';
import { Mark } from '../toolbar/mark';

/** A viewer in which nothing is open yet. */
export function StartPage({ children }: { readonly children: ReactNode }) {
  return (
    <main className="empty-state">
      <Mark size={40} />
      <h1>Drop a recording here</h1>
      <p>
        A report or a bundle of Hangup, or a HAR with WebSocket messages. Two of them stand side by side.
        Nothing leaves this machine.
      </p>
      <div className="start-actions">{children}</div>
    </main>
  );
}
