import { describe, expect, it } from 'vitest';
import { makerOf } from '../../../core/bundle/har-entry';
import { HOOK_SOURCE_URL } from '../../../core/capture/hook-source-url';

const entry = (urls: readonly string[], pageref?: string) => ({
  request: { url: 'wss://a.test/live' },
  _initiator: { type: 'script', stack: { callFrames: urls.map((url) => ({ url })) } },
  ...(pageref !== undefined && { pageref }),
});

describe('makerOf', () => {
  it.each([
    ['hook', entry([HOOK_SOURCE_URL, 'https://a.test/app.js'], 'page_1')],
    ['worker', entry(['blob:https://a.test/1'])],
    ['document', entry(['https://a.test/app.js', HOOK_SOURCE_URL], 'page_1')],
    [undefined, { request: { url: 'wss://a.test/live' } }],
    [undefined, entry([])],
    [undefined, 'no entry'],
  ])('says %s', (maker, from) => {
    expect(makerOf(from)).toBe(maker);
  });
});
