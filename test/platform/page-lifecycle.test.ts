import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageLifecycle } from '../../platform/extension/page-lifecycle';

/**
 * What no browser can be made to do on demand here: another kind of network (docs/discoveries/network-changes.md).
 * All else is tested in real ones.
 */
class Network {
  #tell: ((event: Partial<Event>) => void) | undefined;
  type: string | undefined;
  effectiveType = '4g';
  rtt = 0;

  addEventListener(
    _type: 'change',
    listener: (event: Partial<Event>) => void,
    options: { signal: AbortSignal },
  ) {
    this.#tell = listener;
    options.signal.addEventListener('abort', () => (this.#tell = undefined));
  }
  /** As a browser does it: what is dispatched by a script is not trusted. */
  change(facts: Partial<Pick<Network, 'type' | 'effectiveType' | 'rtt'>>): void {
    Object.assign(this, facts);
    this.#tell?.({ isTrusted: true });
  }
}

const connection = new Network();
const sent: unknown[] = [];
const lifecycle = createPageLifecycle((record) => sent.push(record));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true, connection });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('location', { href: 'https://page.example/' });
});
afterEach(() => {
  lifecycle.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('another kind or speed of the network is told, once, and a new estimate of its delay is not', () => {
  lifecycle.start();
  connection.change({ rtt: 100 });
  expect(sent).toEqual([]);
  connection.change({ effectiveType: '3g' });
  connection.change({ rtt: 450 });
  connection.change({ type: 'cellular' });
  expect(sent).toEqual([
    expect.objectContaining({ type: 'network-changed', effectiveType: '3g' }),
    expect.objectContaining({ type: 'network-changed', connectionType: 'cellular', effectiveType: '3g' }),
  ]);
  lifecycle.stop();
  connection.change({ type: 'wifi' });
  expect(sent.length).toBe(2);
});
