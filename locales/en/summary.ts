import type { Messages } from '../message';

export const summary = {
  'summary.nothing': 'No connection seen yet.',
  'summary.diagnosing': 'Connections are being diagnosed: {percent} %.',
  'summary.fine': { one: '{count} connection, nothing wrong.', other: '{count} connections, nothing wrong.' },
  'summary.onlyFailed': 'The connection failed: {title}{more}.',
  'summary.onlyHasProblem': 'The connection has a problem: {title}{more}.',
  'summary.someFailed': '{problems} of {total} connections failed: {title}{more}.',
  'summary.oneHasProblem': '{problems} of {total} connections has a problem: {title}{more}.',
  'summary.someHaveProblems': '{problems} of {total} connections have problems: {title}{more}.',
  'summary.others': { one: ', and {count} other problem', other: ', and {count} other problems' },
} as const satisfies Messages;
