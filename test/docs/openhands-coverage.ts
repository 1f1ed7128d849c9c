import { unseenRows, wireRows } from '../support/openhands/wire-rows';

/** The table of docs/profiles/openhands.md: everything on the wire, what is found, and which test proves it. */
export function openhandsCoverage(): string {
  const head = ['| id | what happens | what Hangup says |', '| --- | --- | --- |'];
  const seen = wireRows.map(({ id, when, finds }) =>
    row(id, when, finds.map(toCell).join('; ') || 'nothing'),
  );
  const unseen = unseenRows.map(({ id, when, why }) => row(id, when, `not to be seen: ${why}`));
  return [...head, ...seen, ...unseen, ''].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '\\<')).join(' | ')} |`;
}

/** `cause` or `cause: sign`. */
function toCell(words: string): string {
  const [cause = '', sign] = words.split(': ');
  const link = `[${cause}](../taxonomy/${cause}.md)`;
  return sign === undefined ? link : `${link}: \`${sign}\``;
}
