import type { Messages } from '../message';

export const conversations = {
  'conversations.heading': 'Conversations',
  'conversations.conversation': 'Conversation {id}',
  'conversations.links': { one: '{count} link', other: '{count} links' },
  'conversations.linksAndAttempts': '{links}, {attempts}',
  'conversations.attempts': { one: '{count} attempt', other: '{count} attempts' },
  'conversations.attemptsUnit': ' attempts',
  'conversations.stateNow': '{state} now · ',
  'conversations.showList': 'Show list',
  'conversations.hideList': 'Hide list',
  'conversations.noAttemptFor': 'No attempt for {duration}',
  'conversations.gaveUpAgo': 'Gave up {duration} ago',
  'conversations.nextIn': 'Next attempt in {range}',
  'conversations.nextProbablyIn': 'Next attempt probably in {range}',
  'conversations.nextDue': 'Next attempt due now',
  'conversations.nextProbablyDue': 'Next attempt probably due now',
  'conversations.nextOverdue': 'Next attempt overdue by {duration}',
  'conversations.noAttemptSince': 'No attempt since {clock}',
  'conversations.gaveUpAt': {
    one: 'Gave up at {clock}, after {count} retry, as {client} does',
    other: 'Gave up at {clock}, after {count} retries, as {client} does',
  },
  'conversations.nextBetween': 'Next attempt expected between {from} and {to}, as {client} waits',
  'conversations.clientWith': 'a client with {client}',
  'conversations.rangeSeconds': '{from} to {to} s',
  'conversations.range': '{from} to {to}',
} as const satisfies Messages;
