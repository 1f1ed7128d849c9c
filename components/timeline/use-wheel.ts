import { useEffect, useRef, type RefObject } from 'react';

/** What a turn of the wheel asks for: closer or further, or to the side. */
export type WheelTurn =
  | { readonly kind: 'zoom'; readonly factor: number; readonly x: number }
  | { readonly kind: 'pan'; readonly byPx: number };

/** One notch of a wheel is 100 to 120 px: about a quarter closer. */
const ZOOM_PER_PX = 0.0025;

/** With Ctrl (which is also how browsers report a pinch) the wheel zooms; to the side, or with Shift, it pans. */
export function toWheelTurn(
  event: {
    readonly deltaX: number;
    readonly deltaY: number;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly shiftKey: boolean;
  },
  x: number,
): WheelTurn | undefined {
  const { deltaX, deltaY, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey) return { kind: 'zoom', factor: Math.exp(deltaY * ZOOM_PER_PX), x };
  if (shiftKey) return { kind: 'pan', byPx: deltaX === 0 ? deltaY : deltaX };
  // Mostly up and down: that scrolls the lanes.
  return Math.abs(deltaX) > Math.abs(deltaY) ? { kind: 'pan', byPx: deltaX } : undefined;
}

/** Not React's `onWheel`: that one is passive and cannot keep the panel from zooming as a whole. */
export function useWheel(ref: RefObject<HTMLElement | null>, onTurn: (turn: WheelTurn) => void): void {
  const latest = useRef(onTurn);
  useEffect(() => {
    latest.current = onTurn;
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    function onWheel(event: WheelEvent): void {
      const left = ref.current?.getBoundingClientRect().left ?? 0;
      const turn = toWheelTurn(event, event.clientX - left);
      if (turn === undefined) return;
      event.preventDefault();
      latest.current(turn);
    }
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [ref]);
}
