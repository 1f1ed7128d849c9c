import { text } from '../../locales/text';
import { formatDuration } from '../ui/format';
import { fitsInto } from './lane-waits';
import type { Fold } from './time-scale';

/** A quiet stretch that is drawn shorter than it was, from the axis down through all lanes. */
export function FoldedTime({ x, widthPx, durationMs }: Fold) {
  const duration = formatDuration(durationMs);
  const label = text('timeline.shortened', { duration });
  return (
    <div className="fold" style={{ left: x, width: widthPx }}>
      <span title={label}>{fitsInto(label, widthPx) ? label : duration}</span>
    </div>
  );
}
