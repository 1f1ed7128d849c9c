import { describe, expect, it } from 'vitest';
import { callerFrames } from '../../../core/capture/caller-frames';

describe('callerFrames', () => {
  it("leaves the page's own frames of a V8 stack", () => {
    const stack = [
      'Error',
      '    at F (hangup-page-hook.js:2:10)',
      '    at Object.construct (hangup-page-hook.js:3:1)',
      '    at connect (https://h/app.js:38:40)',
    ].join('\n');
    expect(callerFrames(stack)).toBe('    at connect (https://h/app.js:38:40)');
  });

  it("leaves the page's own frames of a Firefox stack", () => {
    const stack =
      'F@hangup-page-hook.js:2:10\nconstruct@hangup-page-hook.js:3:1\nconnect@https://h/app.js:38:40\n';
    expect(callerFrames(stack)).toBe('connect@https://h/app.js:38:40');
  });

  it('keeps a function of the page that is called Error', () => {
    expect(callerFrames('connect@https://h/a.js:1:1\nErrorHandler@https://h/a.js:2:1')).toContain(
      'ErrorHandler',
    );
  });
});
