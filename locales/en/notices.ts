import type { Messages } from '../message';

export const notices = {
  'notices.heading': 'What Hangup could not see',
  'notices.masked': {
    one: 'Another extension hides the browser’s reason of {count} connection.',
    other: 'Another extension hides the browser’s reasons of {count} connections.',
  },
  'notices.maskedDo': 'Turn off extensions that block or change requests, then reproduce it.',
  'notices.gaps': {
    one: 'Recording was off {count} time while this was captured.',
    other: 'Recording was off {count} times while this was captured.',
  },
  'notices.gapsDo': 'Connections made meanwhile are missing. Reload the page to record all of it.',
  'notices.gapsFileDo': 'Connections made meanwhile are missing. Ask for a new recording if you need them.',
  'notices.dropped': {
    one: '{count} event was dropped to bound memory.',
    other: '{count} events were dropped to bound memory.',
  },
  'notices.droppedDo': 'What is shown may have holes. Clear, then reproduce it in less time.',
  'notices.droppedFileDo': 'What is shown may have holes. Ask for a recording of less time.',
  'notices.beginnings': {
    one: 'Of {count} message only the beginning was taken along.',
    other: 'Of {count} messages only the beginnings were taken along.',
  },
  'notices.beginningsDo':
    'The page sends so much that taking all of it would slow it down. Choose a message to fetch the rest of it; filters search the beginnings.',
  'notices.beginningsFileDo': 'Filters and findings know the beginnings of these messages only.',
  'notices.workers': {
    one: '{count} socket belongs to a worker: its close code cannot be seen from outside.',
    other: '{count} sockets belong to workers: their close codes cannot be seen from outside.',
  },
  'notices.workersDo': 'Log the close event in the worker itself.',
  'notices.restarted': {
    one: 'The browser restarted Hangup’s background {count} time.',
    other: 'The browser restarted Hangup’s background {count} times.',
  },
  'notices.restartedDo': 'You need not do anything: what was recorded meanwhile is handed over again.',
  'notices.dismiss': 'Dismiss',
} as const satisfies Messages;
