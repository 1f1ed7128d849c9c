import { describe, expect, it } from 'vitest';
import { diagnoseConnection } from '../../core/diagnose';
import { findingMarkdown, findingText } from '../../core/finding-text';
import { buildConnection } from '../support/connection-builder';

const [finding] = diagnoseConnection(
  buildConnection({ openAt: 50, close: { at: 900, code: 4001, reason: '# no\n- *login*' } }),
);
if (finding === undefined) throw new Error('An application code is a finding.');

describe('a finding as text', () => {
  it('says what is wrong, what was seen, whether it heals, and what to do for whom', () => {
    const text = findingText(finding);
    expect(text.split('\n')[0]).toContain('[application-close-code, error, certain]');
    for (const part of ['Evidence:', 'whoever uses the page:', 'whoever builds or runs it:', '4001'])
      expect(text).toContain(part);
  });

  it('keeps what a server said in its line', () => {
    expect(
      findingText(finding)
        .split('\n')
        .filter((line) => line.startsWith('# ')),
    ).toEqual([]);
  });

  it('is no markup of anybody else in Markdown', () => {
    expect(findingMarkdown(finding)).toContain('\\# no');
    expect(findingMarkdown(finding)).toContain('\\*login\\*');
  });
});
