import type { InspectedTab } from './inspected-tab';
import { recordsOf } from './panel-states';

export type KeptRecord = Readonly<Record<string, unknown>> & { readonly type: string };

const RECORDS = `chrome.storage.session.get(null).then((stored) => ${recordsOf('Object.values(stored)', 'page-hook')})`;

/** What the journal holds of page hooks, in their order, looked at without a panel: a panel watches. */
export interface KeptRecords {
  /** @param condition an expression over `record` */
  waitFor(condition: string): Promise<void>;
  read(): Promise<readonly KeptRecord[]>;
}

export async function openKeptRecords(tab: InspectedTab): Promise<KeptRecords> {
  const page = await tab.openExtensionPage('viewer.html');
  return {
    waitFor: (condition) =>
      page.waitFor(`${RECORDS}.then((all) => all.some((record) => ${condition}))`, `a record: ${condition}`),
    read: () => page.evaluate<KeptRecord[]>(RECORDS),
  };
}
