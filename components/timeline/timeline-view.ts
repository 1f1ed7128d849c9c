/** A stretch of time, in milliseconds since the epoch. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** What of the time is on show. */
export interface TimelineView {
  /** Undefined: all of it, with quiet stretches shortened. */
  readonly range: TimeRange | undefined;
  /** The right edge stays at the newest moment. */
  readonly isFollowing: boolean;
}

export const WHOLE_VIEW: TimelineView = { range: undefined, isFollowing: true };

/** Closer than this there is nothing to see: times have a resolution of 0.1 ms at best. */
const LEAST_RANGE_MS = 5;

/** The stretch that a view shows of this extent; it lies inside, and is never empty. */
export function rangeOf({ range, isFollowing }: TimelineView, extent: TimeRange): TimeRange {
  if (range === undefined) return extent;
  if (!isFollowing) return moveInside(range, extent);
  const lengthMs = lengthOf(range);
  return moveInside({ startMs: extent.endMs - lengthMs, endMs: extent.endMs }, extent);
}

/**
 * @param factor below 1: closer
 * @param aroundMs this moment stays where it is; while following, the right edge does
 */
export function zoom(view: TimelineView, extent: TimeRange, factor: number, aroundMs: number): TimelineView {
  const shown = rangeOf(view, extent);
  const lengthMs = Math.max(LEAST_RANGE_MS, lengthOf(shown) * factor);
  if (lengthMs >= lengthOf(extent)) return { ...WHOLE_VIEW, isFollowing: view.isFollowing };
  const at = Math.min(shown.endMs, Math.max(shown.startMs, aroundMs));
  const share = lengthOf(shown) === 0 ? 0 : (at - shown.startMs) / lengthOf(shown);
  const startMs = at - share * lengthMs;
  const isFollowing = view.isFollowing && at >= shown.endMs;
  return { range: moveInside({ startMs, endMs: startMs + lengthMs }, extent), isFollowing };
}

/** Later (or, below 0, earlier) by a share of what is on show. Looking back is the end of following. */
export function pan(view: TimelineView, extent: TimeRange, share: number): TimelineView {
  const shown = rangeOf(view, extent);
  const byMs = lengthOf(shown) * share;
  if (view.range === undefined || byMs === 0) return view;
  const range = moveInside({ startMs: shown.startMs + byMs, endMs: shown.endMs + byMs }, extent);
  return { range, isFollowing: view.isFollowing && byMs > 0 };
}

/** Shows what lies between two moments, in either order. Nothing between them: nothing changes. */
export function brush(view: TimelineView, extent: TimeRange, oneMs: number, otherMs: number): TimelineView {
  const startMs = Math.max(extent.startMs, Math.min(oneMs, otherMs));
  const endMs = Math.min(extent.endMs, Math.max(oneMs, otherMs));
  if (endMs - startMs < LEAST_RANGE_MS) return view;
  if (startMs <= extent.startMs && endMs >= extent.endMs) return WHOLE_VIEW;
  return { range: { startMs, endMs }, isFollowing: false };
}

/** Following begins with what is on show now, moved to the newest moment. */
export function follow(view: TimelineView, extent: TimeRange, isFollowing: boolean): TimelineView {
  if (isFollowing) return { ...view, isFollowing: true };
  return { range: rangeOf(view, extent), isFollowing: false };
}

/** The least move that brings a stretch into view; where it is longer than what is on show, its start. */
export function reveal(view: TimelineView, extent: TimeRange, target: TimeRange): TimelineView {
  const shown = rangeOf(view, extent);
  if (view.range === undefined || (target.startMs >= shown.startMs && target.endMs <= shown.endMs))
    return view;
  const lengthMs = lengthOf(shown);
  const marginMs = lengthMs * 0.1;
  const isLater = target.endMs > shown.endMs;
  const fits = lengthOf(target) + 2 * marginMs <= lengthMs;
  const startMs = isLater && fits ? target.endMs + marginMs - lengthMs : target.startMs - marginMs;
  return { range: moveInside({ startMs, endMs: startMs + lengthMs }, extent), isFollowing: false };
}

export function lengthOf({ startMs, endMs }: TimeRange): number {
  return endMs - startMs;
}

function moveInside(range: TimeRange, extent: TimeRange): TimeRange {
  const lengthMs = Math.min(lengthOf(range), lengthOf(extent));
  const startMs = Math.min(extent.endMs - lengthMs, Math.max(extent.startMs, range.startMs));
  return { startMs, endMs: startMs + lengthMs };
}
