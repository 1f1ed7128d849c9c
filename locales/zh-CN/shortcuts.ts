import type { shortcuts as original } from '../en/shortcuts';
import type { Translation } from '../message';

export const shortcuts: Translation<typeof original> = {
  'shortcuts.heading': '键盘快捷键',
  'shortcuts.close': '关闭',
  'shortcuts.filter': '转到消息过滤框',
  'shortcuts.pin': '固定选中的消息，或取消固定',
  'shortcuts.list': '显示此列表',
  'shortcuts.upDown': '选择上一行或下一行',
  'shortcuts.pageUpDown': '向上或向下翻一页',
  'shortcuts.homeEnd': '选择第一行或最后一行',
  'shortcuts.leftRight': '转到下一个标签；收起或展开树的一部分',
  'shortcuts.tab': '转到面板的下一部分',
  'shortcuts.esc': '关闭建议和对话框',
  'shortcuts.closer': '时间线：放大或缩小',
  'shortcuts.earlier': '时间线：显示更早或更晚的内容',
  'shortcuts.whole': '时间线：显示全部时间',
  'shortcuts.follow': '时间线：跟随当前进展，或停止跟随',
};
