import { app } from './en/app';
import { connection } from './en/connection';
import { conversations } from './en/conversations';
import { exporting } from './en/export';
import { findings } from './en/findings';
import { incidents } from './en/incidents';
import { messages } from './en/messages';
import { notices } from './en/notices';
import { open } from './en/open';
import { probe } from './en/probe';
import { sample } from './en/sample';
import { settings } from './en/settings';
import { shortcuts } from './en/shortcuts';
import { summary } from './en/summary';
import { timeline } from './en/timeline';
import { profiles } from './en/profiles';
import { toolbar } from './en/toolbar';
import { ui } from './en/ui';

/** Every text of the panel and the report, one file for each folder of components. */
export const en = {
  ...app,
  ...connection,
  ...conversations,
  ...exporting,
  ...findings,
  ...incidents,
  ...messages,
  ...notices,
  ...open,
  ...probe,
  ...sample,
  ...settings,
  ...shortcuts,
  ...summary,
  ...timeline,
  ...profiles,
  ...toolbar,
  ...ui,
} as const;
