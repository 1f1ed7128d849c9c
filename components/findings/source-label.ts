import type { Source } from '../../core/capture/event';

/** Who saw it, in words for a person. */
export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  'page-hook': 'Page',
  'network-log': 'Browser network log',
  'web-request': 'Browser request log',
  probe: 'Asked the server again',
  'page-lifecycle': 'Page lifecycle',
  file: 'Opened file',
};
