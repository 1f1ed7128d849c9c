import { defineContentScript } from 'wxt/utils/define-content-script';
import { startRelay } from '../platform/extension/relay';

/**
 * Runs in the extension's world of every frame, before the page hook: content scripts run in manifest order across
 * worlds, so this file's entry must stand first there (`scripts/check-sizes.mjs` asserts it).
 */
export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  globalName: false,
  main() {
    startRelay();
  },
});
