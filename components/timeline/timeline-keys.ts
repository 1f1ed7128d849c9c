import { ZOOM_IN, ZOOM_OUT } from './timeline-controls';
import { follow, pan, WHOLE_VIEW, type TimeRange, type TimelineView } from './timeline-view';

const PAN_SHARE = 0.2;

/** What a key does to the view; `done`: it did it itself; undefined: the key is not about the view. */
export function toViewOfKey(
  press: { readonly key: string; readonly shiftKey: boolean },
  on: {
    readonly view: TimelineView;
    readonly extent: TimeRange;
    readonly zoomBy: (factor: number) => void;
  },
): TimelineView | 'done' | undefined {
  const { view, extent, zoomBy } = on;
  switch (press.key) {
    // `=` is the unshifted plus of many keyboards.
    case '+':
    case '=':
      zoomBy(ZOOM_IN);
      return 'done';
    case '-':
      zoomBy(ZOOM_OUT);
      return 'done';
    case '0':
      return WHOLE_VIEW;
    case 'f':
      return follow(view, extent, !view.isFollowing);
    case 'ArrowLeft':
      return press.shiftKey ? pan(view, extent, -PAN_SHARE) : undefined;
    case 'ArrowRight':
      return press.shiftKey ? pan(view, extent, PAN_SHARE) : undefined;
    default:
      return undefined;
  }
}
