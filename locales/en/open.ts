import type { Messages } from '../message';

export const open = {
  'open.startHeading': 'Drop a recording here',
  'open.startHint':
    'A report or a bundle of Hangup, or a HAR with WebSocket messages. Two of them stand side by side. Nothing leaves this machine.',
  'open.openFiles': 'Open files',
  'open.open': 'Open',
  'open.drop': 'Drop to open',
  'open.recordings': 'Open recordings',
  'open.thisTab': 'This tab',
  'open.close': 'Close {name}',
  'open.showOne': 'Show one',
  'open.showBeside': 'Show two side by side',
  'open.opening': 'Files being opened',
  'open.isRead': '{name} is being read.',
  'open.readSoFar': 'Read so far',
  'open.cancel': 'Cancel',
  'open.dismiss': 'Dismiss',
  'open.tooMany': 'Too many recordings are open: close one, then open it again.',
  'open.noMemory': 'This file needs more memory than there is: export a shorter time range.',
  'open.pasted': 'Pasted text',
} as const satisfies Messages;
