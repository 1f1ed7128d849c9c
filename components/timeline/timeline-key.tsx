import { EventSign } from './event-sign';

/** What the lines and bands mean. The signs at their ends are those of the list. */
export function TimelineKey() {
  return (
    <span className="timeline-key" aria-hidden="true">
      <span className="key-connecting" /> connecting
      <span className="key-open" /> open
      <span className="key-wait" /> waiting
      <span className="key-window" /> expected
      <EventSign kind="error-event" severity="error" /> error event
    </span>
  );
}
