/** The source name that the build gives the page hook (wxt.config.ts). */
const PAGE_HOOK_SOURCE = 'hangup-page-hook.js';

/**
 * The frames of the page's own code in a stack as an engine words it: without the line that names the error (V8
 * writes one), and without the hook's frames.
 */
export function callerFrames(stack: string): string {
  return stack
    .split('\n')
    .filter(
      (line, index) =>
        !line.includes(PAGE_HOOK_SOURCE) && !(index === 0 && line.startsWith('Error')) && line.trim() !== '',
    )
    .join('\n');
}
