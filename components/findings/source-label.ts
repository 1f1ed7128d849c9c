import type { Source } from '../../core/capture/event';
import type { PlainTextKey } from '../../locales/text';

/** Who saw it, in words for a person. */
export const SOURCE_LABELS: Readonly<Record<Source, PlainTextKey>> = {
  'page-hook': 'findings.sourcePageHook',
  'network-log': 'findings.sourceNetworkLog',
  'web-request': 'findings.sourceWebRequest',
  probe: 'findings.sourceProbe',
  'page-lifecycle': 'findings.sourcePageLifecycle',
  file: 'findings.sourceFile',
};
