import type { incidents as original } from '../en/incidents';
import type { Translation } from '../message';

export const incidents: Translation<typeof original> = {
  'incidents.heading': '事件经过',
  'incidents.fewer': '收起较早的事件',
  'incidents.older': '再显示 {count} 起较早的事件',
  'incidents.ongoing': '进行中',
  'incidents.healed': '已恢复',
  'incidents.over': '已结束',
};
