import { describe, expect, it } from 'vitest';
import { nodeVersionProblem } from '../../scripts/node-version.mjs';

describe('nodeVersionProblem', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });

  it.each(['20.18.9', '18.20.0'])('says what to install instead of %s', (version) => {
    expect(nodeVersionProblem(version)).toContain(`needs Node 20.19 or newer, and you have ${version}`);
  });
});
