import { describe, expect, it } from 'vitest';
import { differences, stable, tally } from './compare';

describe('differences', () => {
  it('are tests that end otherwise, or that one side does not have', () => {
    const bare = { opens: 'PASS', closes: 'PASS', sends: 'FAIL: expected 1', waits: 'PASS' };
    const hooked = { opens: 'PASS', closes: 'FAIL: no', sends: 'FAIL: expected 2', more: 'PASS' };
    expect(differences('a.html', bare, hooked)).toEqual([
      { where: 'a.html', title: 'closes', bare: 'PASS', hooked: 'FAIL: no' },
      { where: 'a.html', title: 'waits', bare: 'PASS', hooked: 'absent' },
      { where: 'a.html', title: 'more', bare: 'absent', hooked: 'PASS' },
    ]);
  });

  it('count as stable when they come every time', () => {
    const closes = { where: 'a', title: 'closes', bare: 'PASS', hooked: 'FAIL' };
    const waits = { where: 'a', title: 'waits', bare: 'PASS', hooked: 'TIMEOUT' };
    expect(stable([[closes, waits], [closes], [waits, closes]])).toEqual([closes]);
    expect(stable([[closes]])).toEqual([closes]);
    expect(stable([])).toEqual([]);
  });
});

it('tally counts how tests ended', () => {
  expect(tally([{ a: 'PASS', b: 'FAIL: x' }, { a: 'PASS' }])).toEqual({ PASS: 2, FAIL: 1 });
});
