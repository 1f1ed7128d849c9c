import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseMessage, typeFilter, waitForHeading } from '../support/panel-messages';
import { chooseLink, closeDialog, pressButton, waitForCause } from '../support/panel-page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const lab = await labForTests();

/** Everything that axe finds wrong with the panel as it is now: the rule, and the elements. */
async function violations(panel: InspectedTab): Promise<readonly string[]> {
  return panel.evaluateInPanel(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`);
}

describe.each(['light', 'dark'] as const)('in %s colours', (theme) => {
  it('axe finds nothing wrong in the main states of the panel', async () => {
    const tab = untilTestEnds(await openInspectedTab('chromium', { theme }));
    await tab.evaluateInPanel(`void (() => { ${AXE} })()`);
    expect(await violations(tab), 'before anything was seen').toEqual([]);

    await tab.goto(
      `${lab.httpOrigin}/pages/native?${new URLSearchParams({ url: `${lab.wsOrigin}/close/4001`, reconnectMs: '0' })}`,
    );
    await chooseLink(tab, '/close/4001');
    await waitForCause(tab, 'application-close-code');
    expect(await violations(tab), 'with a finding').toEqual([]);

    await tab.goto(
      `${lab.httpOrigin}/pages/native?${new URLSearchParams({ url: `${lab.wsOrigin}/status/503`, reconnectMs: '1500' })}`,
    );
    await chooseLink(tab, '/status/503');
    await tab.waitInPanel(
      `['.next-attempt .wait-bar', '.waits-chart', '.wait-window'].every((one) => document.querySelector(one) !== null)`,
      'a countdown, a chart and windows',
    );
    await pressButton(tab, '+');
    expect(await violations(tab), 'with a timeline that is zoomed, and a countdown').toEqual([]);

    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`new Promise((done) => {
      globalThis.socket = new WebSocket(${JSON.stringify(`${lab.wsOrigin}/echo`)});
      let count = 0;
      socket.onmessage = () => { if ((count += 1) === 4) done(); };
      socket.onopen = () => { for (let n = 0; n < 4; n += 1) socket.send(JSON.stringify({ type: 'a', n, list: [1, 'x'] })); };
    })`);
    await chooseLink(tab, '/echo');
    await waitForHeading(tab, 'Messages 8');
    await chooseMessage(tab, '"n":1');
    for (const name of ['JSON', 'Tree', 'Text', 'Decoded', 'Hex']) {
      await tab.evaluateInPanel(
        `[...document.querySelectorAll('[role="tab"]')].find((one) => one.innerText === '${name}').click()`,
      );
      await tab.waitInPanel(
        `document.querySelector('[role="tab"][aria-selected="true"]').innerText === '${name}'`,
        `the tab ${name}`,
      );
      expect(await violations(tab), `with a message as ${name}`).toEqual([]);
    }

    await pressButton(tab, 'Pin');
    await chooseMessage(tab, '"n":3');
    await pressButton(tab, 'Compare');
    await tab.waitInPanel(`document.querySelector('.comparison') !== null`, 'the comparison');
    expect(await violations(tab), 'with a comparison').toEqual([]);

    await pressButton(tab, 'Recording');
    await tab.waitInPanel(`document.querySelector('[role="dialog"] input') !== null`, 'the settings');
    expect(await violations(tab), 'with the settings').toEqual([]);
    await closeDialog(tab);

    await typeFilter(tab, 'is:eror');
    await tab.waitInPanel(`document.querySelector('.filter-problem').innerText !== ''`, 'the problem');
    expect(await violations(tab), 'with a filter that cannot be read').toEqual([]);

    await pressButton(tab, 'Profiles');
    await tab.waitInPanel(`document.querySelector('.profile-row') !== null`, 'the list of profiles');
    expect(await violations(tab), 'with the profiles').toEqual([]);
    await pressButton(tab, 'Write a new one');
    await tab.waitInPanel(`document.querySelector('.profile-text') !== null`, 'the editor');
    expect(await violations(tab), 'with a profile that is right').toEqual([]);
    await tab.evaluateInPanel(`(() => {
      const area = document.querySelector('.profile-text');
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, '{"version":');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await tab.waitInPanel(`document.querySelector('.profile-problems li') !== null`, 'what is wrong with it');
    expect(await violations(tab), 'with a profile that is wrong').toEqual([]);
  });
});
