/**
 * What the page hook calls itself in stack traces. It hides the extension's id from the page, and tells a socket that
 * was made through the hook from one that was not.
 */
export const HOOK_SOURCE_URL = 'hangup-page-hook.js';
