import { describe, expect, it } from 'vitest';
import { staleReason } from '../../scripts/install-state.mjs';

const zod = { version: '4.6.7', integrity: 'sha512-a' };
const wanted = { packages: { '': { version: '0.1.0' }, 'node_modules/zod': zod } };

describe('staleReason', () => {
  it('is silent when all wanted packages are installed', () => {
    expect(staleReason(wanted, { packages: { 'node_modules/zod': zod } })).toBeUndefined();
  });

  it('names a missing package', () => {
    expect(staleReason(wanted, { packages: {} })).toBe('node_modules/zod is missing');
  });

  it('names a package of another version', () => {
    const older = { ...zod, version: '4.6.6' };
    expect(staleReason(wanted, { packages: { 'node_modules/zod': older } })).toBe(
      'node_modules/zod has changed',
    );
  });

  it('names a package of the same version with other contents', () => {
    const other = { ...zod, integrity: 'sha512-b' };
    expect(staleReason(wanted, { packages: { 'node_modules/zod': other } })).toBe(
      'node_modules/zod has changed',
    );
  });

  it('names a package that nobody wants any more', () => {
    const installed = { packages: { 'node_modules/zod': zod, 'node_modules/yup': zod } };
    expect(staleReason(wanted, installed)).toBe('node_modules/yup is no longer wanted');
  });

  it('accepts that a package for another system is not installed', () => {
    const windowsOnly = { ...zod, optional: true };
    const lock = { packages: { ...wanted.packages, 'node_modules/@esbuild/win32-x64': windowsOnly } };
    expect(staleReason(lock, { packages: { 'node_modules/zod': zod } })).toBeUndefined();
  });
});
