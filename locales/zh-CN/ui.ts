import type { ui as original } from '../en/ui';
import type { Translation } from '../message';

export const ui: Translation<typeof original> = {
  'ui.copied': '已复制',
  'ui.notCopied': '无法复制：请改为手动选取文本',
  'ui.copyOutcome': '{label}：结果',
};
