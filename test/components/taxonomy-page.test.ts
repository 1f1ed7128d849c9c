import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toInlines, toPageBlocks } from '../../components/taxonomy/page-blocks';

const folder = new URL('../../docs/taxonomy/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name !== 'README.md');

describe('a page of the taxonomy in the panel', () => {
  it('keeps headings, paragraphs, lists with their long items, code and tables apart', () => {
    const markdown =
      '# A\n\nb `c`\nd\n\n## E\n\n- f\n  g\n- h\n\n1. i\n\n```sh\nj\n\nk\n```\n\n| l | m |\n| --- | --- |\n| n \\| o | p |\n';
    expect(toPageBlocks(markdown)).toEqual([
      { kind: 'title', text: 'A' },
      { kind: 'paragraph', text: 'b `c` d' },
      { kind: 'heading', text: 'E' },
      { kind: 'list', isOrdered: false, items: ['f g', 'h'] },
      { kind: 'list', isOrdered: true, items: ['i'] },
      { kind: 'code', text: 'j\n\nk' },
      {
        kind: 'table',
        rows: [
          ['l', 'm'],
          ['n | o', 'p'],
        ],
      },
    ]);
  });

  it('leads to other causes, and nowhere else', () => {
    expect(toInlines('see [it](page-left.md), [code](../../core/x.ts) and **`y`**')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', text: 'it', causeId: 'page-left' },
      { kind: 'text', text: ', ' },
      { kind: 'link', text: 'code', causeId: undefined },
      { kind: 'text', text: ' and ' },
      { kind: 'strong', text: '`y`' },
    ]);
  });

  it.each(pages)('%s loses no word', (name) => {
    const markdown = readFileSync(new URL(name, folder), 'utf8');
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const shown = toPageBlocks(markdown).flatMap((block) =>
      block.kind === 'list' ? block.items : block.kind === 'table' ? block.rows.flat() : [block.text],
    );
    expect(words(shown.join('\n'))).toEqual(
      words(markdown.replace(/^\d+\. /gm, '').replace(/^```\w+$/gm, '')),
    );
  });
});
