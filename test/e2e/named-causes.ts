import { afterAll, beforeAll, describe, it } from 'vitest';
import type { BrowserName } from '../../scripts/find-browser.mjs';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { startFaultLab, type FaultLab } from '../support/fault-lab/fault-lab';
import { faults } from '../support/fault-lab/faults';
import { chooseLink, pressClear, waitForCause } from '../support/panel-page';

/** Every fault of the lab, in the real panel of one browser: the cause that a person reads there is the true one. */
export function describeNamedCauses(browser: BrowserName): void {
  describe(`the panel in ${browser}`, () => {
    let lab: FaultLab | undefined;
    let tab: InspectedTab | undefined;
    beforeAll(async () => {
      lab = await startFaultLab();
      tab = await openInspectedTab(browser);
    });
    afterAll(async () => {
      await tab?.close();
      await lab?.stop();
    });

    // The slow ones take longer than all others together: `npm run accuracy` has them.
    for (const fault of faults.filter(({ isSlow }) => !isSlow)) {
      const { cause } = fault.expected[browser];
      it(`names ${cause}: ${fault.title}`, async () => {
        if (lab === undefined || tab === undefined) throw new Error('Nothing was opened');
        await pressClear(tab);
        await tab.goto(fault.page(lab));
        await chooseLink(tab, fault.endpoint(lab));
        await waitForCause(tab, cause);
        // A page on its way back would arrive in the next test, in place of that test's own.
        await tab.waitInPage(`location.pathname !== '/pages/back'`, 'the page to have come back');
      });
    }
  });
}
