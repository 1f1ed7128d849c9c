/** One page a cause, in the extension itself: they are read offline. Loaded when somebody opens one. */
const PAGES = import.meta.glob<string>(['../../docs/taxonomy/*.md', '!**/README.md'], {
  query: '?raw',
  import: 'default',
});

const fileOf = (causeId: string) => `../../docs/taxonomy/${causeId}.md`;

export function hasPage(causeId: string): boolean {
  return PAGES[fileOf(causeId)] !== undefined;
}

/** In Markdown; undefined: there is none. A report has its own pages instead (entrypoints/report). */
export function pageOf(causeId: string): Promise<string> | undefined {
  return PAGES[fileOf(causeId)]?.();
}
