import type { notices as original } from '../en/notices';
import type { Translation } from '../message';

export const notices: Translation<typeof original> = {
  'notices.heading': 'Hangup 未能看到的内容',
  'notices.masked': '另一个扩展隐藏了浏览器对 {count} 个连接给出的原因。',
  'notices.maskedDo': '请停用拦截或修改请求的扩展，然后重现问题。',
  'notices.gaps': '记录期间，有 {count} 次处于关闭状态。',
  'notices.gapsDo': '期间建立的连接未被记录。重新加载页面即可完整记录。',
  'notices.gapsFileDo': '期间建立的连接未被记录。如果需要，请索取一份新的记录。',
  'notices.dropped': '为限制内存占用，丢弃了 {count} 个事件。',
  'notices.droppedDo': '所显示的内容可能有缺失。请先清除，然后在更短的时间内重现问题。',
  'notices.droppedFileDo': '所显示的内容可能有缺失。请索取时间更短的记录。',
  'notices.beginnings': '有 {count} 条消息只取得了开头。',
  'notices.beginningsDo':
    '页面发送的数据太多，全部取走会拖慢页面。选中某条消息即可获取其余部分；过滤只搜索开头。',
  'notices.beginningsFileDo': '过滤和结论只依据这些消息的开头。',
  'notices.workers': '{count} 个套接字属于 worker：从外部看不到它的关闭码。',
  'notices.workersDo': '请在 worker 内部记录 close 事件。',
  'notices.restarted': '浏览器重启了 Hangup 的后台 {count} 次。',
  'notices.restartedDo': '无需任何操作：期间记录的内容会重新传送。',
  'notices.dismiss': '知道了',
};
