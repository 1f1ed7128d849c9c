import { describe, expect, it } from 'vitest';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { folderForTests, labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { exportAs, pick, waitForRefusal, waitForShown } from '../support/panel-files';
import { chooseLink, waitForCause } from '../support/panel-page';

const lab = await labForTests();
const downloadDir = folderForTests();

const POPUP = `document.querySelector('iframe').contentDocument`;

/** Every text in it would be a script if anybody let it. */
const SCRIPTED = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: '<img src=x onerror="globalThis.isHacked=1">', version: '1' },
    entries: [
      {
        _resourceType: 'websocket',
        startedDateTime: '2026-11-25T10:00:00.000Z',
        time: 9,
        request: {
          method: 'GET',
          url: 'wss://shop.example/<img src=x onerror="globalThis.isHacked=1">',
          headers: [{ name: '<script>globalThis.isHacked=1</script>', value: '"><svg onload=isHacked=1>' }],
        },
        response: {
          status: 403,
          statusText: '<iframe srcdoc="<script>top.isHacked=1</script>">',
          headers: [],
        },
        _webSocketMessages: [
          { type: 'receive', time: 1, opcode: 1, data: '<img src=x onerror="isHacked=1">' },
        ],
      },
    ],
  },
}).replace('"log":{', '"__proto__":{"isHacked":1},"log":{"__proto__":{"isHacked":1},');

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('a recording is exported, opened again and exported the same; the popup tells of it; hostile files do nothing', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser, { downloadDir }));
    const query = new URLSearchParams({ url: `${lab.wsOrigin}/close/4001`, reconnectMs: '0' });
    await tab.goto(`${lab.httpOrigin}/pages/native?${query}`);
    await chooseLink(tab, '/close/4001');
    await waitForCause(tab, 'application-close-code');

    // The toolbar's popup, as a page of the extension's own.
    await tab.evaluateInPanel(`(() => {
      const frame = document.createElement('iframe');
      frame.src = '/popup.html?tab=' + (globalThis.browser ?? chrome).devtools.inspectedWindow.tabId;
      document.body.append(frame);
    })()`);
    await tab.waitInPanel(
      `/On this tab: 1 connection, /.test(${POPUP}?.body?.innerText ?? '')`,
      'what the popup says of this tab',
    );
    await tab.waitInPanel(
      `[...${POPUP}.querySelectorAll('button')].some((one) => one.innerText === 'Export' && !one.disabled)`,
      'the button of the popup',
    );
    await tab.evaluateInPanel(`document.querySelector('iframe').remove()`);

    const first = await exportAs(tab, downloadDir, 'bundle', '.hangup.json');
    expect(first).toContain('/close/4001');
    await tab.evaluateInPanel(pick('first.hangup.json', JSON.stringify([first])));
    await waitForShown(tab, 'first.hangup.json');
    await waitForCause(tab, 'application-close-code');
    expect(await exportAs(tab, downloadDir, 'bundle', '.hangup.json')).toBe(first);

    // The report holds the same recording.
    const report = await exportAs(tab, downloadDir, 'html', '.hangup.html');
    expect(report).toContain('application-close-code');
    await tab.evaluateInPanel(pick('report.hangup.html', JSON.stringify([report])));
    await waitForShown(tab, 'report.hangup.html');
    await waitForCause(tab, 'application-close-code');
    expect(await exportAs(tab, downloadDir, 'bundle', '.hangup.json')).toBe(first);

    for (const [name, content, says] of [
      ['deep.har', `'{"log":' + '['.repeat(1_000_000)`, 'nests deeper than'],
      ['cut.har', `'{"log":{"version":"1.2","entries":[{"a":'`, 'is cut off'],
      [
        'future.hangup.json',
        JSON.stringify(first.replace(/"version": ?1\b/, '"version":99')),
        'update Hangup',
      ],
      ['page.html', `'<!doctype html><script>parent.isHacked=1</script>'`, 'no report of Hangup'],
    ] as const) {
      await tab.evaluateInPanel(pick(name, `[${content}]`));
      await waitForRefusal(tab, name, says);
    }

    await tab.evaluateInPanel(pick('scripted.har', JSON.stringify([SCRIPTED])));
    await waitForShown(tab, 'scripted.har');
    await tab.waitInPanel(`document.body.innerText.includes('<img src=x')`, 'the text of the page as text');
    expect(
      await tab.evaluateInPanel(
        `[globalThis.isHacked ?? 'no', ({}).isHacked ?? 'no', document.querySelectorAll('img, iframe').length]`,
      ),
    ).toEqual(['no', 'no', 0]);
  });
});
