import { app } from './zh-CN/app';
import { connection } from './zh-CN/connection';
import { conversations } from './zh-CN/conversations';
import { exporting } from './zh-CN/export';
import { findings } from './zh-CN/findings';
import { incidents } from './zh-CN/incidents';
import { messages } from './zh-CN/messages';
import { notices } from './zh-CN/notices';
import { open } from './zh-CN/open';
import { probe } from './zh-CN/probe';
import { sample } from './zh-CN/sample';
import { settings } from './zh-CN/settings';
import { shortcuts } from './zh-CN/shortcuts';
import { summary } from './zh-CN/summary';
import { timeline } from './zh-CN/timeline';
import { profiles } from './zh-CN/profiles';
import { toolbar } from './zh-CN/toolbar';
import { ui } from './zh-CN/ui';

/** The same in Simplified Chinese; types and a test hold it against the English. */
export const zhCn = {
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
};
