import { describe, it } from 'vitest';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseLink, dismissNotice, reloadPanel, waitForFact } from '../support/panel-page';

const lab = await labForTests();

const MESSAGES = `document.querySelector('section[aria-label="Messages"]').innerText`;
const CONNECTION = `document.querySelector('section[aria-label="Connection"]').innerText`;
const NO_CODE = /worker.*no close code available here/is;

/** A worker of this kind that opens a socket, sends two messages, and closes it with 4003 on demand. */
function startWorker(kind: 'Worker' | 'SharedWorker', url: string): string {
  const code = `
    const socket = new WebSocket('${url}');
    socket.onopen = () => { socket.send('hello from a worker'); socket.send(new Uint8Array([1, 2, 3])); };
    const leave = () => socket.close(4003, 'enough');
    onmessage = leave;
    onconnect = ({ ports: [port] }) => { port.onmessage = leave; };`;
  return `void (globalThis.worker = new ${kind}(URL.createObjectURL(new Blob([${JSON.stringify(code)}]))))`;
}

describe('in chromium', () => {
  it("shows a worker's socket live, with its messages, and says that it has no close code", async () => {
    const tab = untilTestEnds(await openInspectedTab('chromium'));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(startWorker('Worker', `${lab.wsOrigin}/echo/of-a-worker`));
    await chooseLink(tab, '/echo/of-a-worker');
    await waitForFact(tab, 'HTTP status', '101');
    await waitForFact(tab, 'Seen by', 'Browser network log');
    await tab.waitInPanel(
      `(${MESSAGES}.match(/hello from a worker/g) ?? []).length === 2`,
      'the text, sent and back',
    );
    await tab.waitInPanel(
      `(${MESSAGES}.match(/binary, 3 bytes/g) ?? []).length === 2`,
      'the bytes, sent and back',
    );
    await tab.waitInPanel(`${NO_CODE}.test(${CONNECTION})`, 'the word that there is no close code');
    await tab.evaluateInPage(`void worker.postMessage('leave')`);
    await tab.waitInPanel(`!${CONNECTION}.includes('Not yet') && !${CONNECTION}.includes('4003')`, 'the end');
  });

  it('shows the sockets of nested workers, and a panel that opens later gets what was said before', async () => {
    const tab = untilTestEnds(await openInspectedTab('chromium'));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    const inner = startWorker('Worker', `${lab.wsOrigin}/echo/of-a-nested-worker`);
    await tab.evaluateInPage(
      `void (globalThis.outer = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(inner)}]))))`,
    );
    await chooseLink(tab, '/echo/of-a-nested-worker');
    const arrived = `(${MESSAGES}.match(/hello from a worker/g) ?? []).length === 2`;
    await tab.waitInPanel(arrived, 'the text, sent and back');
    await reloadPanel(tab);
    await chooseLink(tab, '/echo/of-a-nested-worker');
    await tab.waitInPanel(arrived, 'the same once more, and not twice');
  });
});

describe('in firefox', () => {
  it.each(['Worker', 'SharedWorker'] as const)('shows the handshake of a socket of a %s', async (kind) => {
    const tab = untilTestEnds(await openInspectedTab('firefox'));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(startWorker(kind, `${lab.wsOrigin}/status/403?of=${kind}`));
    await chooseLink(tab, '/status/403');
    await waitForFact(tab, 'HTTP status', '403');
    await waitForFact(tab, 'Seen by', 'Browser request log');
    // The request of a shared worker alone has no tab; that of any other looks like its page's.
    if (kind === 'SharedWorker')
      await dismissNotice(tab, /belongs to a worker.*Log the close event in the worker/s);
  });
});
