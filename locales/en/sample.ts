import type { Messages } from '../message';

export const sample = {
  'sample.open': 'Open a sample',
  'sample.name': 'Sample',
  'sample.bar': 'This is a sample',
  'sample.barHint':
    'Sample: recorded on a test server, not from your page. Nothing in it can break: look around.',
  'sample.close': 'Close the sample',
  'sample.notThere': 'The sample could not be opened. Install Hangup again, or open a file of your own.',
} as const satisfies Messages;
