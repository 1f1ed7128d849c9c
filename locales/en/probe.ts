import type { Messages } from '../message';

export const probe = {
  'probe.answers': 'Answers from the server',
  'probe.ask': 'Ask the server',
  'probe.cancel': 'Cancel',
  'probe.progress': 'Progress',
  'probe.asking': 'Asking, request {step} …',
  'probe.heading': 'Ask the server again?',
  'probe.warning':
    'This sends a real request to the server, with your cookies for it. The server may count it or act on it like any other.',
  'probe.sentTo': 'Sent to',
  'probe.thenSession': 'Then, if that opens a session',
  'probe.onlyClose': 'Nothing but the wish to close it again.',
  'probe.emptyLogin':
    'This log-in is empty, because the page’s own is not in the capture. Hangup reads the answer and closes the session.',
  'probe.ownLogin':
    'This log-in is the page’s own, as it was recorded. Hangup reads the answer and closes the session.',
  'probe.carriesOver': 'Carries over',
  'probe.doesNot': 'Does not',
  'probe.noOrigin': '{limits} The page’s Origin is not sent: a POST names the extension instead.',
  'probe.send': 'Send the request',
  'probe.askedAt': 'Asked at {clock}',
  'probe.status': 'Status {status} {words}',
  'probe.browserSays': 'The browser says: {words}',
  'probe.headers': { other: 'Headers ({count})' },
  'probe.body': 'Body of the answer',
  'probe.bodyCut': 'The body is longer; only its beginning was read.',
  'probe.noBody': 'The answer has no body.',
} as const satisfies Messages;
