import type { Messages } from '../message';

export const incidents = {
  'incidents.heading': 'Incidents',
  'incidents.fewer': 'Show fewer incidents',
  'incidents.older': { one: 'Show {count} older incident', other: 'Show {count} older incidents' },
  'incidents.ongoing': 'Ongoing',
  'incidents.healed': 'Healed',
  'incidents.over': 'Over',
} as const satisfies Messages;
