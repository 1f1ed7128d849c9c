import type { Messages } from '../message';

export const app = {
  'app.access': 'Access to pages',
  'app.keptOut': 'Hangup is kept out',
  'app.keptOutHint':
    'Hangup may not read all pages, and records nothing where it may not. Open the browser’s extension settings, choose Hangup, allow it on all sites (Firefox: Permissions; Chromium: Site access), then reload the page.',
  'app.offHeading': 'Recording is off',
  'app.offHint': 'Hangup leaves this page alone. Switch recording on above, then reload the page.',
  'app.liveHeading': 'Reload the page or use it until it connects',
  'app.liveHint':
    'Hangup watches every WebSocket and Socket.IO connection of this tab, and names why each one failed or closed.',
  'app.fileHeading': 'This file holds no connection',
  'app.fileHint':
    'Hangup found no WebSocket in it. Ask for an export that was made while the problem happened.',
  'app.diagnosing': 'Connections are being diagnosed',
  'app.diagnosedSoFar': 'Diagnosed so far',
  'app.step1': 'Keep this panel open: the browser keeps reasons only while DevTools are.',
  'app.step2': 'Reload the page, or use it until it connects.',
  'app.step3': 'Not sure what to expect? Open the sample and look around.',
} as const satisfies Messages;
