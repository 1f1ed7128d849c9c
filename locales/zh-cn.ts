import { toolbar } from './zh-CN/toolbar';

/** 与英文键值一一对应，由类型和测试保证。 */
export const zhCn = {
  ...toolbar,
};
