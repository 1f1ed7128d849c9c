import type { Messages } from '../message';

export const incidents = {
  'incidents.heading': 'Incidents',
  'incidents.fewer': 'Show fewer incidents',
  'incidents.more': { one: 'Show {count} more incident', other: 'Show {count} more incidents' },
  'incidents.new': 'New incident: {title}',
  'incidents.ongoing': 'Ongoing',
  'incidents.healed': 'Healed',
  'incidents.over': 'Over',
} as const satisfies Messages;
