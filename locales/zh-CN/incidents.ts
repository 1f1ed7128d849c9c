import type { incidents as original } from '../en/incidents';
import type { Translation } from '../message';

export const incidents: Translation<typeof original> = {
  'incidents.heading': '事件经过',
  'incidents.fewer': '收起其余事件',
  'incidents.more': '再显示 {count} 起事件',
  'incidents.new': '新事件：{title}',
  'incidents.ongoing': '进行中',
  'incidents.healed': '已恢复',
  'incidents.over': '已结束',
};
