import type { open as original } from '../en/open';
import type { Translation } from '../message';

export const open: Translation<typeof original> = {
  'open.startHeading': '把记录文件拖放到这里',
  'open.startHint':
    '可以是 Hangup 的报告或记录包，也可以是含 WebSocket 消息的 HAR 文件。两份记录可以并排显示。任何内容都不会离开这台电脑。',
  'open.openFiles': '打开文件',
  'open.open': '打开',
  'open.drop': '松开即可打开',
  'open.recordings': '已打开的记录',
  'open.thisTab': '此标签页',
  'open.close': '关闭 {name}',
  'open.showOne': '只显示一份',
  'open.showBeside': '并排显示两份',
  'open.opening': '正在打开的文件',
  'open.isRead': '正在读取 {name}。',
  'open.readSoFar': '已读取',
  'open.cancel': '取消',
  'open.dismiss': '知道了',
  'open.tooMany': '打开的记录太多：请先关闭一份，然后再打开。',
  'open.noMemory': '打开此文件所需的内存不足：请缩短时间范围后重新导出。',
  'open.pasted': '粘贴的文本',
  'popup.empty': '请继续使用页面直到它建立连接，或刷新页面。',
  'popup.connections': '{count} 个连接',
  'popup.messages': '{count} 条消息',
  'popup.incidents': '{count} 起事件',
  'popup.onThisTab': '此标签页：{connections}，{messages}，{incidents}。',
  'popup.showDetails': '查看详情',
  'popup.openFile': '打开文件',
};
