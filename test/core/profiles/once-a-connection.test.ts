import { expect, test } from 'vitest';
import { onceAConnection } from '../../../core/profiles/once-a-connection';
import { profiles } from '../../../core/profiles/catalogue';
import { buildConnection } from '../../support/connection-builder';

test('a connection is looked at once, and anew when it or the profiles become others', () => {
  const asked: string[] = [];
  const find = onceAConnection(({ id }) => asked.push(id));
  const connection = buildConnection({ openAt: 10 });
  expect([find(connection, profiles), find(connection, profiles)]).toEqual([1, 1]);
  expect(find({ ...connection }, profiles)).toBe(2);
  expect(find(connection, [...profiles])).toBe(3);
});
