import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlainChromium } from '../support/browsers/chromium';
import { openPlainFirefox } from '../support/browsers/firefox';
import type { PlainTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../support/fault-lab/fault-lab';
import { readProbe } from './transparency/read-probe';

interface AllObservations {
  readonly sockets: Observations;
  readonly requests: Observations;
  /** What reached a page that listened from its first moment on. */
  readonly heard: unknown;
}
type Observations = Readonly<Record<string, unknown>>;

/**
 * Firefox words one error by the source text of whoever calls: "can't convert Object.create(...) to string". Between
 * the page and the browser stands our call, so its text differs; no hook could change that.
 */
function withoutSourceWords(observations: Observations): Observations {
  const words = (value: unknown) =>
    typeof value === 'string'
      ? value.replace(/can't convert .+ to string/, "can't convert it to string")
      : value;
  return Object.fromEntries(Object.entries(observations).map(([name, value]) => [name, words(value)]));
}

const SOCKETS = readProbe('socket');
const REQUESTS = readProbe('request');
/** Longer than any script of an extension takes to start. */
const LISTEN_MS = 300;

describe.each(['chromium', 'firefox'] as const)('in %s, a page', (browser) => {
  let lab: FaultLab;
  let plain: AllObservations;
  let hooked: AllObservations;

  async function observe(tab: PlainTab): Promise<AllObservations> {
    const run = async (probe: string, address: string): Promise<Observations> => {
      await tab.goto(`${lab.httpOrigin}/pages/blank`);
      return tab.evaluateInPage(`(globalThis.lab = ${JSON.stringify(address)}, ${probe})`);
    };
    try {
      const sockets = await run(SOCKETS, lab.wsOrigin);
      const requests = await run(REQUESTS, lab.httpOrigin);
      await tab.goto(`${lab.httpOrigin}/pages/listens`);
      const heard = await tab.evaluateInPage<unknown>(
        `new Promise((done) => setTimeout(() => done(heard), ${LISTEN_MS}))`,
      );
      return { sockets, requests, heard };
    } finally {
      await tab.close();
    }
  }

  beforeAll(async () => {
    lab = await startFaultLab();
    plain = await observe(await (browser === 'chromium' ? openPlainChromium() : openPlainFirefox()));
    hooked = await observe(await openInspectedTab(browser));
  });
  afterAll(async () => {
    await lab.stop();
  });

  it('sees the same in everything that it can observe of WebSocket', () => {
    expect(withoutSourceWords(hooked.sockets)).toEqual(withoutSourceWords(plain.sockets));
  });

  it('sees the same in XMLHttpRequest, fetch and WebTransport', () => {
    expect(hooked.requests).toEqual(plain.requests);
  });

  it('hears nothing of an extension', () => {
    expect(plain.heard).toEqual([]);
    expect(hooked.heard).toEqual([]);
  });

  it('was observed in earnest', () => {
    expect(Object.keys(plain.sockets).length).toBeGreaterThan(80);
    expect(plain.sockets['send text']).toBe('héllo \u{1f600}');
    expect(plain.sockets['subclass']).toEqual([true, true, 7, true, 'mine x', 0, 'Mine']);
    expect(hooked.sockets['stacks name no extension']).toEqual([
      ['SyntaxError', false],
      ['Error', false],
      ['TypeError', false],
      ['Error', false],
      ['InvalidAccessError', false],
    ]);
    expect(Object.keys(plain.requests).length).toBeGreaterThan(40);
    expect(plain.requests['events of a poll']).toEqual([['loadstart', 'load', 'loadend'], 200]);
    expect(plain.requests['polluted prototypes']).toEqual([200, 'nothing touched']);
    // A failing probe would read "threw ..." twice and pass for equal.
    expect(hooked.sockets['polluted prototypes']).toEqual([4, 'nothing touched']);
    expect(plain.sockets['polluted prototypes']).toEqual([4, 'nothing touched']);
  });
});
