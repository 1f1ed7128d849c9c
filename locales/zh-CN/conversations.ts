import type { conversations as original } from '../en/conversations';
import type { Translation } from '../message';

export const conversations: Translation<typeof original> = {
  'conversations.heading': '会话',
  'conversations.conversation': '会话 {id}',
  'conversations.links': '{count} 条连接',
  'conversations.linksAndAttempts': '{links}，{attempts}',
  'conversations.attempts': '{count} 次尝试',
  'conversations.attemptsUnit': ' 次尝试',
  'conversations.stateNow': '目前{state} · ',
  'conversations.showList': '显示列表',
  'conversations.hideList': '隐藏列表',
  'conversations.noAttemptFor': '已有 {duration} 没有尝试',
  'conversations.gaveUpAgo': '{duration}前已放弃',
  'conversations.nextIn': '{range}后再次尝试',
  'conversations.nextProbablyIn': '大约 {range}后再次尝试',
  'conversations.nextDue': '现在应再次尝试',
  'conversations.nextProbablyDue': '现在大概应再次尝试',
  'conversations.nextOverdue': '下一次尝试已迟到 {duration}',
  'conversations.noAttemptSince': '自 {clock} 起没有尝试',
  'conversations.gaveUpAt': '{client} 按其规则重试 {count} 次后，于 {clock} 放弃',
  'conversations.nextBetween': '按 {client} 的等待规则，预计在 {from} 至 {to} 之间再次尝试',
  'conversations.clientWith': '使用 {client} 的客户端',
  'conversations.rangeSeconds': '{from} 至 {to} s',
  'conversations.range': '{from} 至 {to}',
};
