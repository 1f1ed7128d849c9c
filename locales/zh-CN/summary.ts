import type { summary as original } from '../en/summary';
import type { Translation } from '../message';

export const summary: Translation<typeof original> = {
  'summary.nothing': '尚未看到任何连接。',
  'summary.diagnosing': '正在诊断连接：{percent}%。',
  'summary.fine': '{count} 个连接，一切正常。',
  'summary.onlyFailed': '连接失败：{title}{more}。',
  'summary.onlyHasProblem': '连接有问题：{title}{more}。',
  'summary.someFailed': '{total} 个连接中有 {problems} 个失败：{title}{more}。',
  'summary.oneHasProblem': '{total} 个连接中有 {problems} 个有问题：{title}{more}。',
  'summary.someHaveProblems': '{total} 个连接中有 {problems} 个有问题：{title}{more}。',
  'summary.others': '，另有 {count} 个问题',
};
