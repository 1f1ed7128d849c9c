import type { Chain } from '../../core/capture/chain';
import { toRowWindow } from '../ui/row-window';

const LANE_PX = 28;
const LABELLED_PX = 46;

/** A single lane needs no name: it stands in the list beside it. */
export function laneHeight(chains: readonly Chain[]): number {
  return chains.length > 1 ? LABELLED_PX : LANE_PX;
}

/** Which lanes are in view, and where the first of them stands. */
export function lanesInView(chains: readonly Chain[], scrollTop: number, viewportHeight: number) {
  const rowHeight = laneHeight(chains);
  return toRowWindow({ count: chains.length, rowHeight, viewportHeight }, scrollTop);
}
