import type { toolbar as original } from '../en/toolbar';
import type { Translation } from '../message';

export const toolbar: Translation<typeof original> = {
  'toolbar.recording': '正在记录',
  'toolbar.recordingHint': '正在监视此标签页',
  'toolbar.notConnected': '未连接',
  'toolbar.notConnectedHint': '目前无法访问页面，Hangup 会继续尝试',
  'toolbar.fromFile': '来自文件',
  'toolbar.fromFileHint': '这份记录是从文件打开的',
  'toolbar.dropped': '已丢弃 {count} 个事件',
  'toolbar.droppedHint': '为限制内存占用而丢弃，所显示的内容可能有缺失',
  'toolbar.clear': '清除',
  'toolbar.export': '导出',
};
