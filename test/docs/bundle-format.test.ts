import { describe, expect, it } from 'vitest';
import { readRecording } from '../../core/bundle/read';
import { bundleV1, eventV1 } from '../../core/bundle/v1';
import { reportOn } from '../../core/report';
import { toText } from '../../core/report-text';
import { readProjectFile } from './markdown-files';

const page = readProjectFile('docs/bundle-format.md');
const example = /^```json\n([^]*?)^```$/m.exec(page)?.[1] ?? '';

/** What stands under a heading, up to the next one of its level. */
function section(heading: RegExp): string {
  const parts = page.split(/^(?=#{2,3} )/m);
  return parts.find((part) => heading.test(part.split('\n', 1)[0] ?? '')) ?? '';
}
function hasRow(text: string, field: string): boolean {
  return new RegExp(`^\\| \`${field}\` `, 'm').test(text);
}

describe('docs/bundle-format.md', () => {
  it('has an example that is read, and diagnosed as the README prints it', () => {
    const recording = readRecording(example);
    if (!recording.ok) throw new Error(recording.problem);
    expect(recording.value).toMatchObject({ kind: 'bundle' });
    expect(recording.value.events).toHaveLength(6);
    const text = toText(reportOn(recording.value.events));
    expect(text).toContain('handshake-forbidden, error, certain');
    expect(readProjectFile('README.md')).toContain(`\`\`\`text\n${text}\`\`\``);
  });

  it('describes every field of the file', () => {
    const text = section(/^## The file$/);
    expect(Object.keys(bundleV1.shape).filter((field) => !hasRow(text, field))).toEqual([]);
  });

  it.each(eventV1.options.map((option) => [option.shape.type.value, option] as const))(
    'describes every field of %s',
    (type, option) => {
      const own = section(new RegExp(`^### .*\`${type}\``));
      const common = section(/^## Every event$/);
      expect(own).not.toBe('');
      const fields = Object.keys(option.shape).filter((field) => !hasRow(common, field));
      expect(fields.filter((field) => !hasRow(own, field))).toEqual([]);
    },
  );
});
