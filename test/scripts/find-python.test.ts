import { afterEach, describe, expect, it } from 'vitest';
import { findPythonSocketIo, missingPythonMessage, PYTHON_PACKAGES } from '../../scripts/find-python.mjs';

const before = process.env.HANGUP_PYTHON;
afterEach(() => {
  if (before === undefined) delete process.env.HANGUP_PYTHON;
  else process.env.HANGUP_PYTHON = before;
});

describe('findPythonSocketIo', () => {
  it('takes an interpreter that can import what is needed', () => {
    process.env.HANGUP_PYTHON = '/bin/true';
    expect(findPythonSocketIo()).toBe('/bin/true');
  });

  it('passes over one that cannot, and one that is not there', () => {
    for (const python of ['/bin/false', '/no/such/python']) {
      process.env.HANGUP_PYTHON = python;
      expect(findPythonSocketIo()).not.toBe(python);
    }
  });

  it('names each package where there is none', () => {
    for (const name of PYTHON_PACKAGES) expect(missingPythonMessage).toContain(name);
  });
});
