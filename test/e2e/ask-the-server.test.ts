import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { waitUntil } from '../support/browsers/wait-until';
import { startFaultLab, type FaultLab } from '../support/fault-lab/fault-lab';
import { chooseLink, click, waitForCauseWith } from '../support/panel-page';
import { startProbedServer, type ProbedServer } from '../support/probed-server';

const ANSWERS = `document.querySelector('[aria-label="Answers from the server"]')`;
const DIALOG = `document.querySelector('[role="dialog"]')`;

/** The button with this name, as an expression. */
function button(name: string, within = 'document'): string {
  return `[...(${within}?.querySelectorAll('button') ?? [])].find((one) => one.innerText === ${JSON.stringify(name)})`;
}

describe.each(['chromium', 'firefox'] as const)('asking the server in %s', (browser) => {
  let lab: FaultLab;
  let server: ProbedServer;
  let tab: InspectedTab;
  beforeAll(async () => {
    lab = await startFaultLab();
    server = await startProbedServer();
    tab = await openInspectedTab(browser);
  });
  afterAll(async () => {
    await tab.close();
    await server.stop();
    await lab.stop();
  });

  /** `listed` tells its link from those of earlier tests. */
  async function fail(url: string, listed = new URL(url).pathname): Promise<void> {
    await tab.goto(`${server.httpOrigin}/page`);
    await tab.evaluateInPage(
      `new Promise((done) => { new WebSocket(${JSON.stringify(url)}).onclose = () => done(); })`,
    );
    await chooseLink(tab, listed);
    await tab.waitInPanel(`Boolean(${ANSWERS})`, 'the way to ask');
  }

  async function press(name: string, within?: string): Promise<void> {
    await click(tab, button(name, within), `the button ${name}`);
  }

  /** Opens the dialog, and waits until it says all this. */
  async function openDialog(...words: readonly string[]): Promise<void> {
    await press('Ask the server');
    await waitForWords(DIALOG, words);
  }

  /** Sends the request, and waits for an answer that says all this. */
  async function confirm(...words: readonly string[]): Promise<void> {
    await press('Send the request', DIALOG);
    await waitForWords(ANSWERS, words);
  }

  async function waitForWords(within: string, words: readonly string[]): Promise<void> {
    await tab.waitInPanel(
      `Boolean(${within}) && ${JSON.stringify(words)}.every((one) => ${within}.innerText.includes(one))`,
      `the words ${words.join(' | ')}`,
    );
  }

  it('sends nothing before the confirming click, and one request with it', async () => {
    await fail(`${server.wsOrigin}/401?first`);
    await openDialog(`${server.httpOrigin}/401?first`, 'with your cookies');
    expect(server.requests('/401?first').map(({ isUpgrade }) => isUpgrade)).toEqual([true]);
    await press('Cancel', DIALOG);
    await tab.waitInPanel(`!${DIALOG}`, 'the dialog to go');
    await openDialog();
    expect(server.requests('/401?first')).toHaveLength(1);
    await confirm('The server answers 401', '{"detail":"log in first"}');
    const asked = server.requests('/401?first').slice(1);
    expect(asked.map(({ method, isUpgrade }) => [method, isUpgrade])).toEqual([['GET', false]]);
    // HttpOnly and SameSite=Strict among them; no Origin (docs/discoveries/what-a-probe-carries.md).
    expect(asked[0]).toMatchObject({ cookie: 'strict=1; lax=1; plain=1', origin: undefined });
  });

  it.each([
    ['/403', 'The server answers 403', 'bad api key'],
    ['/challenge', 'The server answers 401', 'who are you'],
    ['/429', 'too many requests', 'slow down'],
    ['/503', 'The server answers 503', '<h1>Service unavailable</h1>'],
    ['/302', 'redirects somewhere else', 'the browser hides where'],
    ['/large', 'The body is longer', 'xxx'],
  ])('shows what %s answers: %s', async (path, sentence, body) => {
    await fail(`${server.wsOrigin}${path}?shown`);
    await openDialog();
    await confirm(sentence, body);
    expect(server.requests(`${path}?shown`)).toHaveLength(2);
  });

  it('says honestly that it does not know why nothing came', async () => {
    await fail(`${lab.refusedWsOrigin}/refused`);
    await openDialog();
    await confirm('does not tell an extension why');
    await fail(`${lab.tlsWsOrigin}/echo/untrusted`);
    await openDialog();
    await confirm('a certificate that is not trusted');
  });

  it('names a port that the browser does not send to', async () => {
    await fail('ws://127.0.0.1:6000/unsafe');
    await openDialog();
    await confirm('sends nothing to this port');
  });

  it('gives up on a hanging server when told to', async () => {
    await fail(`${server.wsOrigin}/hang?me`);
    await openDialog();
    await press('Send the request', DIALOG);
    await waitUntil(() => server.requests('/hang?me').length === 2, { what: 'the request' });
    await press('Cancel', ANSWERS);
    await tab.waitInPanel(`${ANSWERS}.innerText.includes('You cancelled')`, 'the end of it');
  });

  it('is closed with Escape, and the focus is back on the button', async () => {
    await fail(`${server.wsOrigin}/403?keys`, '/403?keys=');
    await tab.evaluateInPanel(`${ANSWERS}.querySelector('button').focus()`);
    await openDialog();
    await tab.waitInPanel(`${DIALOG}.contains(document.activeElement)`, 'the focus in the dialog');
    expect(
      await tab.evaluateInPanel(
        `document.getElementById(${DIALOG}.getAttribute('aria-labelledby')).innerText`,
      ),
    ).toBe('Ask the server again?');
    await tab.evaluateInPanel(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))`,
    );
    await tab.waitInPanel(`!${DIALOG}`, 'the dialog to go');
    await tab.waitInPanel(`document.activeElement.innerText === 'Ask the server'`, 'the focus to return');
    expect(server.requests('/403?keys')).toHaveLength(1);
  });

  it('sends exactly the packets that Socket.IO asks for', async () => {
    await fail(`${server.wsOrigin}/socket.io/?EIO=4&transport=websocket`);
    await openDialog('This log-in is empty');
    await confirm('The server takes what was sent.');
    await waitUntil(() => server.requests('/socket.io/').length === 7, { what: 'every request' });
    const asked = server.requests('/socket.io/').slice(1);
    expect(asked.map(({ method, url }) => `${method} ${url.includes('sid=probed')}`)).toEqual([
      'GET false',
      'POST true',
      'GET true',
      'GET true',
      'GET true',
      'POST true',
    ]);
    expect(asked[1]?.origin).toMatch(/^(?:chrome|moz)-extension:/);
  });

  it('asks what OpenHands refuses', async () => {
    await fail(`${lab.wsOrigin}/sockets/events/22222222222222222222222222222222?session_api_key=bad`);
    await openDialog();
    await confirm('The server answers 403');
  });

  it('knows the words in which OpenHands says that a login has expired', async () => {
    await fail(`${server.wsOrigin}/sockets/events/33333333333333333333333333333333`);
    await openDialog();
    await confirm('{"error":"ExpiredError"}');
    await waitForCauseWith(tab, 'profile-answer', { text: 'The login has expired (ExpiredError)' });
  });

  it('speaks Socket.IO’s polling and shows the refusal in the server’s words', async () => {
    await tab.goto(
      `${lab.httpOrigin}/pages/socket-io?path=/socket.io/asked/&fault=refuse-data&conversation_id=88888888888888888888888888888888`,
    );
    await chooseLink(tab, '/socket.io/asked/');
    await tab.waitInPanel(`Boolean(${ANSWERS})`, 'the way to ask');
    await openDialog('transport=polling');
    await confirm(
      'Socket.IO refuses the log-in: Session expired',
      'Engine.IO opens a session.',
      '44{"message":"Session expired"',
    );
  });
});
