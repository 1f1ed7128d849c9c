import { describe, expect, it } from 'vitest';
import { readRecording } from '../../core/bundle/read';
import { reportOn } from '../../core/report';
import { openChromium } from '../support/browsers/chromium';
import { BUILT_EXTENSIONS, openInspectedTab } from '../support/browsers/open-inspected-tab';
import { folderForTests, labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { exportAs } from '../support/panel-files';
import {
  chooseLink,
  clearPanel,
  dismissNotice,
  waitForCause,
  waitForCauseWith,
  waitForFact,
} from '../support/panel-page';

const lab = await labForTests();
const downloadDir = folderForTests();

function nativePage(params: Readonly<Record<string, string>>): string {
  return `${lab.httpOrigin}/pages/native?${new URLSearchParams({ reconnectMs: '0', ...params })}`;
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('what happened before the panel was opened is there when it opens', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser, { openPanelFirst: false }));
    await tab.goto(nativePage({ url: `${lab.wsOrigin}/close/4321?reason=too+early` }));
    await tab.waitInPage(`labLog.at(-1) === 'done'`, 'the page to be done');
    await tab.openPanel();
    await chooseLink(tab, '/close/4321');
    await waitForCauseWith(tab, 'application-close-code', { text: 'too early' });
  });

  it('sockets opened at once to one address keep their own reasons', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    // One address, three outcomes: the server answers by the order in which the requests come.
    const url = `${lab.wsOrigin}/in-turn?outcomes=status-403,status-502,close-4001&key=${crypto.randomUUID()}`;
    await tab.evaluateInPage(`(async () => {
      const make = () => new Promise((done) => { new WebSocket(${JSON.stringify(url)}).onclose = (event) => done(event.code); });
      globalThis.codes = await Promise.all([make(), make(), make()]);
    })()`);
    expect((await tab.evaluateInPage<number[]>('codes')).toSorted()).toEqual([1006, 1006, 4001]);
    await tab.waitInPanel(
      `['403', '502', '4001'].every((word) => document.querySelector('[aria-label="Conversations"]').innerText.includes(word))`,
      'one finding each',
    );
  });

  it('the page that was left, its reload and its conversation stay in the list', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    const url = `${lab.wsOrigin}/sockets/events/87f5ada8-2bc8-49fe-854c-e03610507e29?session_api_key=bad`;
    const again = `${lab.wsOrigin}/echo?conversation_id=87f5ada82bc849fe854ce03610507e29`;
    await tab.goto(nativePage({ url, reconnectMs: '200', attempts: '3' }));
    await tab.waitInPage(`labLog.at(-1) === 'done'`, 'the page to be done');
    await tab.goto(nativePage({ url: again, closeAfter: '50' }));
    await chooseLink(tab, '/sockets/events/');
    await waitForCauseWith(tab, 'profile-handshake-status', { text: '3 times' });
    await tab.waitInPanel(
      `/Conversation 87f5ada82bc849fe854ce03610507e29\\s+2 links/.test(document.querySelector('[aria-label="Conversations"]').innerText)`,
      'both links under one conversation',
    );
  });

  it('clearing forgets, and what comes after is recorded again', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.goto(nativePage({ url: `${lab.wsOrigin}/close/4100` }));
    await chooseLink(tab, '/close/4100');
    // What is still on its way when Clear is pressed comes after it: wait for all that there is to come.
    await waitForFact(tab, 'Close code', /^4100/);
    await waitForFact(tab, 'Seen by', /^Page, Browser (network|request) log$/);
    await clearPanel(tab);
    await tab.goto(nativePage({ url: `${lab.wsOrigin}/close/4200` }));
    await chooseLink(tab, '/close/4200');
    expect(await tab.panelText()).not.toContain('/close/4100');
  });

  it('messages from before and after the panel was opened are listed in order', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser, { openPanelFirst: false }));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`(async () => {
      const socket = (globalThis.socket = new WebSocket(${JSON.stringify(`${lab.wsOrigin}/echo/messages`)}));
      await new Promise((done) => { socket.onopen = done; });
      for (let n = 0; n < 20; n += 1) socket.send('early ' + n);
      let left = 20;
      await new Promise((done) => { socket.onmessage = () => { left -= 1; if (left === 0) done(); }; });
    })()`);
    await tab.openPanel();
    await chooseLink(tab, '/echo/messages');
    await tab.waitInPanel(`${MESSAGES}?.innerText.includes('early 19')`, 'the early messages');
    await tab.evaluateInPage(`socket.send('late')`);
    await tab.waitInPanel(`/early 19[^]*late/.test(${MESSAGES}.innerText)`, 'the late message after them');
  });
});

const MESSAGES = `document.querySelector('section[aria-label="Messages"]')`;

describe('in chromium', () => {
  it('says that another extension hides the reason, and guesses none', async () => {
    const hider = new URL('../fixtures/reason-hiding-extension', import.meta.url).pathname;
    const tab = untilTestEnds(await openInspectedTab('chromium', { otherExtensionDirs: [hider] }));
    await tab.goto(nativePage({ url: `${lab.wsOrigin}/status/403?hidden` }));
    await chooseLink(tab, '/status/403');
    await tab.waitInPanel(
      `[...document.querySelectorAll('section[aria-label="Findings"] .cause-id')].map((one) => one.innerText).join() === 'reason-hidden'`,
      'the cause reason-hidden, and no other',
    );
    await dismissNotice(tab, /Another extension hides.*Turn off extensions/s);
  });

  it('exports a bundle that the command line reads the same way, without secrets', async () => {
    const tab = untilTestEnds(await openChromium({ extensionDir: BUILT_EXTENSIONS.chromium, downloadDir }));
    await tab.goto(nativePage({ url: `${lab.wsOrigin}/status/403?token=planted-secret-1` }));
    await chooseLink(tab, '/status/403');
    await waitForCause(tab, 'handshake-forbidden');
    const text = await exportAs(tab, downloadDir, 'bundle', '.hangup.json');
    expect(text).not.toContain('planted-secret-1');
    const recording = readRecording(text);
    if (!recording.ok) throw new Error(recording.problem);
    const [connection] = reportOn(recording.value.events).connections;
    expect(connection?.findings.map(({ cause }) => cause)).toEqual(['handshake-forbidden']);
  });
});
