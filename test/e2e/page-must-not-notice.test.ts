import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlainChromium } from '../support/browsers/chromium';
import { openPlainFirefox } from '../support/browsers/firefox';
import type { PlainTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../support/fault-lab/fault-lab';

type Observations = Readonly<Record<string, unknown>>;

const probe = readFileSync(new URL('./transparency-probe.js', import.meta.url), 'utf8');
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

/** The probe is one expression; as a file it has comments before and a semicolon after. */
const PROBE = probe.slice(probe.indexOf('(async')).trimEnd().replace(/;$/, '');

describe.each(['chromium', 'firefox'] as const)('in %s, a page', (browser) => {
  let lab: FaultLab;
  let plain: Observations;
  let hooked: Observations;

  async function observe(tab: PlainTab): Promise<Observations> {
    try {
      await tab.goto(`${lab.httpOrigin}/pages/blank`);
      return await tab.evaluateInPage<Observations>(
        `(globalThis.lab = ${JSON.stringify(lab.wsOrigin)}, ${PROBE})`,
      );
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
    expect(withoutSourceWords(hooked)).toEqual(withoutSourceWords(plain));
  });

  it('was observed in earnest', () => {
    expect(Object.keys(plain).length).toBeGreaterThan(80);
    expect(plain['send text']).toBe('héllo \u{1f600}');
    expect(plain['subclass']).toEqual([true, true, 7, true, 'mine x', 0, 'Mine']);
    // A failing probe would read "threw ..." twice and pass for equal.
    expect(hooked['polluted prototypes']).toEqual([4, 'nothing touched']);
    expect(plain['polluted prototypes']).toEqual([4, 'nothing touched']);
  });
});
