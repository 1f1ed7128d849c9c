import type { Chain } from '../../capture/chain';
import { pageCloseCall, type Connection } from '../../capture/connection';
import { SAME_MOMENT_MS } from '../thresholds';
import { isCut } from './cut';

/** So many of its newest attempts are looked at. Our choice: bounds the cost. */
const LOOKED_AT = 20;

/** This connection was cut, by nobody on this side. */
export function isCutFromOutside(connection: Connection): boolean {
  return isCut(connection) && connection.pageGone === undefined && pageCloseCall(connection) === undefined;
}

/** The attempt of another chain that was cut at this moment; undefined: none was. */
export function cutAt({ attempts }: Chain, endMs: number): Connection | undefined {
  return attempts
    .slice(-LOOKED_AT)
    .map(({ connection }) => connection)
    .find(
      (connection) =>
        isCutFromOutside(connection) &&
        Math.abs((connection.close?.timeMs ?? Infinity) - endMs) <= SAME_MOMENT_MS,
    );
}

/** It was open before this moment and after it. */
export function livedThrough({ attempts }: Chain, endMs: number): boolean {
  return attempts.slice(-LOOKED_AT).some(({ connection: { open, endedMs = Infinity } }) => {
    return open !== undefined && open.timeMs < endMs && endedMs > endMs + SAME_MOMENT_MS;
  });
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
