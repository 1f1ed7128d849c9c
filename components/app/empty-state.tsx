import { Mark } from '../toolbar/mark';

/** Before anything was seen. */
export function EmptyState({ isLive, isOff }: { readonly isLive: boolean; readonly isOff: boolean }) {
  if (isOff) {
    return (
      <main className="empty-state">
        <Mark size={40} />
        <h1>Recording is off</h1>
        <p>Hangup leaves this page alone. Switch recording on above, then reload the page.</p>
      </main>
    );
  }
  return (
    <main className="empty-state">
      <Mark size={40} />
      <h1>{isLive ? 'Reload the page or use it until it connects' : 'This file holds no connection'}</h1>
      <p>
        {isLive
          ? 'Hangup watches every WebSocket and Socket.IO connection of this tab, and names why each one failed or closed.'
          : 'Hangup found no WebSocket in it. Ask for an export that was made while the problem happened.'}
      </p>
    </main>
  );
}
