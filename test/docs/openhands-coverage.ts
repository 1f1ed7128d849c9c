import { unseenRows, wireRows } from '../support/openhands/wire-rows';
import { foundInPage, isAlsoInFirefox, v0PageRows, v1PageRows } from '../support/openhands-pages/page-rows';

const inPages = [...v0PageRows, ...v1PageRows];

/** The table of docs/profiles/openhands.md: everything on the wire, what is found, and which test proves it. */
export function openhandsCoverage(): string {
  const head = ['| id | what happens | what Hangup says | in a browser |', '| --- | --- | --- | --- |'];
  const seen = wireRows.map(({ id, when, finds }) =>
    row(id, when, finds.map(toCell).join('; ') || 'nothing', browsersOf(id, finds)),
  );
  const unseen = unseenRows.map(({ id, when, why }) => row(id, when, `not to be seen: ${why}`, ''));
  return [...head, ...seen, ...unseen, ''].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '\\<')).join(' | ')} |`;
}

/** Where the same sign is brought about in a page, by real clients and servers. */
function browsersOf(id: string, finds: readonly string[]): string {
  const row = inPages.find((one) => one.id === id && finds.includes(foundInPage(one)));
  if (row === undefined) return '';
  return isAlsoInFirefox(row) ? 'Chromium, Firefox' : 'Chromium';
}

/** `cause` or `cause: sign`. */
function toCell(words: string): string {
  const [cause = '', sign] = words.split(': ');
  const link = `[${cause}](../taxonomy/${cause}.md)`;
  return sign === undefined ? link : `${link}: \`${sign}\``;
}
