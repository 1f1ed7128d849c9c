import { useRef, type PointerEvent } from 'react';

/** Less than this was meant as a press. */
const LEAST_DRAG_PX = 4;

/** Where a drag began and where it is, in px from the left edge of the element. */
export interface Drag {
  readonly fromX: number;
  readonly toX: number;
}

/** Follows a pointer that is held down on an element, until it is let go. */
export function useDrag(act: {
  readonly onMove: (drag: Drag) => void;
  readonly onEnd: (drag: Drag) => void;
  /** The browser took the pointer away: as if nothing had been. */
  readonly onCancel: () => void;
}) {
  const fromX = useRef<number | undefined>(undefined);
  const isDragging = useRef(false);
  const xIn = (event: PointerEvent<HTMLElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // On a control it is the control's.
      if (
        event.button !== 0 ||
        (event.target instanceof Element && event.target.closest('button, [role="slider"]'))
      )
        return;
      // What lies in it may be dragged for something else.
      event.stopPropagation();
      fromX.current = xIn(event);
      isDragging.current = false;
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (fromX.current === undefined) return;
      const drag = { fromX: fromX.current, toX: xIn(event) };
      if (!isDragging.current && Math.abs(drag.toX - drag.fromX) < LEAST_DRAG_PX) return;
      if (!isDragging.current) event.currentTarget.setPointerCapture(event.pointerId);
      isDragging.current = true;
      act.onMove(drag);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const from = fromX.current;
      fromX.current = undefined;
      if (from !== undefined && isDragging.current) act.onEnd({ fromX: from, toX: xIn(event) });
      isDragging.current = false;
    },
    onPointerCancel() {
      fromX.current = undefined;
      isDragging.current = false;
      act.onCancel();
    },
  };
}
