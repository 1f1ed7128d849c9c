import { afterEach, describe, expect, it, vi } from 'vitest';
import { findPythonSocketIo, missingPythonMessage, PYTHON_PACKAGES } from '../../scripts/find-python.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('findPythonSocketIo', () => {
  it('takes an interpreter that can import what is needed', () => {
    vi.stubEnv('HANGUP_PYTHON', '/bin/true');
    expect(findPythonSocketIo()).toBe('/bin/true');
  });

  it('passes over one that cannot, and one that is not there', () => {
    for (const python of ['/bin/false', '/no/such/python']) {
      vi.stubEnv('HANGUP_PYTHON', python);
      expect(findPythonSocketIo()).not.toBe(python);
    }
  });

  it('names each package where there is none', () => {
    for (const name of PYTHON_PACKAGES) expect(missingPythonMessage).toContain(name);
  });
});
