import type { Messages } from '../message';

export const ui = {
  'ui.copied': 'Copied',
  'ui.notCopied': 'Could not copy: select the text instead',
  'ui.copyOutcome': '{label}: what came of it',
} as const satisfies Messages;
