import type { Messages } from '../message';

export const shortcuts = {
  'shortcuts.heading': 'Keyboard shortcuts',
  'shortcuts.close': 'Close',
  'shortcuts.filter': 'Go to the filter of the messages',
  'shortcuts.pin': 'Pin the chosen message, or take its pin out',
  'shortcuts.list': 'Show this list',
  'shortcuts.upDown': 'Choose the row above or below',
  'shortcuts.pageUpDown': 'Choose a page further up or down',
  'shortcuts.homeEnd': 'Choose the first or the last row',
  'shortcuts.leftRight': 'Go to the next tab; close or open a part of the tree',
  'shortcuts.tab': 'Go on to the next part of the panel',
  'shortcuts.esc': 'Close suggestions and dialogs',
  'shortcuts.closer': 'Timeline: look closer, or from further away',
  'shortcuts.earlier': 'Timeline: show what was earlier or later',
  'shortcuts.whole': 'Timeline: show all of the time',
  'shortcuts.follow': 'Timeline: follow what happens now, or stop following',
} as const satisfies Messages;
