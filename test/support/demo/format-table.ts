import type { DrivenFault } from './drive-fault';

const COLUMNS = [
  { head: 'Fault', width: 30, of: (row: DrivenFault) => row.title },
  { head: 'What the page saw', width: 26, of: (row: DrivenFault) => row.pageSaw },
  { head: 'What Hangup says', width: 36, of: (row: DrivenFault) => row.hangupSays },
  { head: 'Evidence', width: 48, of: (row: DrivenFault) => row.evidence },
] as const;

/** The rows as a table for a terminal, long cells wrapped. */
export function formatTable(rows: readonly DrivenFault[]): string {
  const rule = COLUMNS.map(({ width }) => '-'.repeat(width)).join('-+-');
  const head = formatRow(COLUMNS.map((column) => column.head));
  const body = rows.map((row) => formatRow(COLUMNS.map((column) => column.of(row))));
  return ['', head, rule, body.join(`\n${rule}\n`), ''].join('\n');
}

function formatRow(cells: readonly string[]): string {
  const wrapped = cells.map((cell, index) => wrap(cell, COLUMNS[index]?.width ?? 20));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => (lines[line] ?? '').padEnd(COLUMNS[index]?.width ?? 20))
      .join(' | ')
      .trimEnd(),
  ).join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text
    .split(/\s+/)
    .flatMap((part) => part.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
