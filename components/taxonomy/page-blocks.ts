/** What the pages of the taxonomy are made of: our own Markdown, and no more of it than this. */
export type PageBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Reads one page. Whatever it does not know becomes a paragraph: nothing is lost. */
export function toPageBlocks(markdown: string): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  // Fences are kept whole: they may hold blank lines.
  for (const part of markdown.split(/^(```[^\n]*\n[\s\S]*?\n```)$/m)) {
    if (part.startsWith('```')) blocks.push({ kind: 'code', text: part.split('\n').slice(1, -1).join('\n') });
    else
      for (const chunk of part.split(/\n{2,}/)) if (chunk.trim() !== '') blocks.push(toBlock(chunk.trim()));
  }
  return blocks;
}

function toBlock(chunk: string): PageBlock {
  if (chunk.startsWith('# ')) return { kind: 'title', text: chunk.slice(2) };
  if (chunk.startsWith('## ')) return { kind: 'heading', text: chunk.slice(3) };
  if (chunk.startsWith('### ')) return { kind: 'heading', text: chunk.slice(4) };
  const lines = chunk.split('\n');
  if (lines.every((line) => line.startsWith('|'))) return { kind: 'table', rows: toRows(lines) };
  if (/^(?:-|\d+\.) /.test(chunk))
    return { kind: 'list', isOrdered: !chunk.startsWith('-'), items: toItems(lines) };
  return { kind: 'paragraph', text: lines.join(' ') };
}

/** A line that begins with no mark goes on with the item before it. */
function toItems(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    const start = /^(?:-|\d+\.) (.*)$/.exec(line.trim());
    if (start?.[1] !== undefined) items.push(start[1]);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim());
  }
  return items;
}

function toRows(lines: readonly string[]): readonly (readonly string[])[] {
  const rows = lines.map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
  return rows.filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)));
}

/** A piece of a line. Links lead to another page of the taxonomy, or nowhere: the panel makes no requests. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly causeId: string | undefined };

export function toInlines(text: string): readonly Inline[] {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]*\]\([^)\s]+\))/)
    .filter((part) => part !== '')
    .map(toInline);
}

function toInline(part: string): Inline {
  if (part.length > 2 && part.startsWith('`') && part.endsWith('`'))
    return { kind: 'code', text: part.slice(1, -1) };
  if (part.startsWith('**') && part.endsWith('**')) return { kind: 'strong', text: part.slice(2, -2) };
  const [, label, target] = /^\[([^\]]*)\]\(([^)\s]+)\)$/.exec(part) ?? [];
  if (label === undefined || target === undefined) return { kind: 'text', text: part };
  return { kind: 'link', text: label.replaceAll('`', ''), causeId: /^([a-z0-9-]+)\.md$/.exec(target)?.[1] };
}
