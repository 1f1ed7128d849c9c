import { PAGES_ID } from '../../../core/bundle/report-pages';

/** In a report's build this stands for components/taxonomy/taxonomy-pages: the pages that were written into the file. */
const pages: ReadonlyMap<string, unknown> = new Map(Object.entries(readPages()));

export function hasPage(causeId: string): boolean {
  return pages.has(causeId);
}

export function pageOf(causeId: string): Promise<string> | undefined {
  const page = pages.get(causeId);
  return typeof page === 'string' ? Promise.resolve(page) : undefined;
}

function readPages(): object {
  try {
    const held: unknown = JSON.parse(document.getElementById(PAGES_ID)?.textContent ?? '{}');
    return typeof held === 'object' && held !== null ? held : {};
  } catch {
    // Somebody has changed the file by hand: then there is nothing to look up.
    return {};
  }
}
