import type { Size } from './inspected-tab';

// Expressions for evaluateInPanel that tell a state, so that nobody has to sleep and hope.

/** The panel starts as about:blank in both browsers. */
export const PANEL_LOADED = `location.pathname.endsWith('/panel.html') && document.readyState === 'complete'`;

/** A new tab starts as about:blank in both browsers. */
export const EXTENSION_PAGE_LOADED = `location.protocol.endsWith('-extension:') && document.readyState === 'complete'`;

/** The panel's document has the size and has drawn a frame with it. */
export function hasSize({ width, height }: Size): string {
  return `innerWidth === ${width} && innerHeight === ${height} &&
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))`;
}
