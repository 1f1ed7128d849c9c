import type { Messages } from '../message';

export const toolbar = {
  'toolbar.recording': 'Recording',
  'toolbar.recordingHint': 'Watching this tab',
  'toolbar.notConnected': 'Not connected',
  'toolbar.notConnectedHint': 'The page cannot be reached right now; Hangup keeps trying',
  'toolbar.fromFile': 'From a file',
  'toolbar.fromFileHint': 'This capture was opened from a file',
  'toolbar.dropped': { one: '{count} event dropped', other: '{count} events dropped' },
  'toolbar.droppedHint': 'Thrown away to bound memory: what is shown may have holes',
  'toolbar.clear': 'Clear',
  'toolbar.export': 'Export',
} as const satisfies Messages;
