import type { sample as original } from '../en/sample';
import type { Translation } from '../message';

export const sample: Translation<typeof original> = {
  'sample.open': '打开示例',
  'sample.name': '示例',
  'sample.bar': '这是示例',
  'sample.barHint': '示例：录自测试服务器，与你的页面无关。随意查看，不会弄坏任何东西。',
  'sample.close': '关闭示例',
  'sample.notThere': '无法打开示例。请重新安装 Hangup，或打开你自己的文件。',
};
