import { expect, it } from 'vitest';
import { hasBadPort } from '../../../core/probe/bad-ports';
import { readStep } from '../../../core/probe/read-answer';

const GET = { method: 'GET', url: 'https://a.example/' };

it.each([
  [401, 'log-in'],
  [403, 'forbids'],
  [429, 'Wait'],
  [503, 'fails'],
  [404, 'may only mean that this was not a WebSocket handshake'],
  [426, 'may only mean that this was not a WebSocket handshake'],
  [200, 'can be reached'],
])('a plain answer of %i says: %s', (status, words) => {
  expect(readStep('http-get', { ...GET, status })).toContain(words);
});

it.each([
  ['timeout', 'within 10 s'],
  ['redirect', 'hides where'],
  ['network', 'does not tell an extension why'],
  ['refused-port', 'sends nothing to this port'],
  ['cancelled', 'You cancelled'],
] as const)('without an answer, %s says: %s', (failure, words) => {
  expect(readStep('http-get', { ...GET, failure })).toContain(words);
});

it.each([
  [
    400,
    '{"code":0,"message":"Transport unknown"}',
    'does not offer HTTP polling (code 0): Transport unknown',
  ],
  [403, '{"code":4,"message":"Forbidden"}', 'its own rule forbids the request (code 4): Forbidden'],
  [400, '{"code":5,"message":"Unsupported protocol version"}', '(code 5)'],
  [400, '<h1>Bad gateway</h1>', 'The server answers 400'],
  [200, '44{"message":"invalid_session_api_key"}', 'refuses the log-in: invalid_session_api_key'],
  [200, '44/admin,"Unable to connect"', 'refuses the log-in: "Unable to connect"'],
  [200, '6:44"no"', 'refuses the log-in: "no"'],
  [200, '40{"sid":"s"}', 'accepts the log-in'],
  [200, '0{"sid":"s"}', 'opens a session'],
  [200, '<html>', 'The server answers 200'],
])('a poll answered %i %s says: %s', (status, body, words) => {
  expect(readStep('socket-io-polling', { ...GET, status, body })).toContain(words);
});

it('knows the ports that browsers refuse', () => {
  expect(hasBadPort('http://a.example:6000/')).toBe(true);
  expect(hasBadPort('http://a.example:8080/')).toBe(false);
  expect(hasBadPort('http://a.example/')).toBe(false);
});
