import { EventSign } from './event-sign';
import { text } from '../../locales/text';

/** What the lines and bands mean. The signs at their ends are those of the list. */
export function TimelineKey() {
  return (
    <span className="timeline-key" aria-hidden="true">
      <span className="key-connecting" />
      {text('timeline.keyConnecting')}
      <span className="key-open" />
      {text('timeline.keyOpen')}
      <span className="key-wait" />
      {text('timeline.keyWait')}
      <span className="key-window" />
      {text('timeline.keyWindow')}
      <EventSign kind="error-event" severity="error" />
      {text('timeline.keyError')}
      <EventSign kind="event-order" severity="warning" />
      {text('timeline.keyOrder')}
    </span>
  );
}
