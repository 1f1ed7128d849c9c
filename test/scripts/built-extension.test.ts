import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { manifestProblems, measure, type ContentScript } from '../../scripts/built-extension.mjs';

const everywhere = { all_frames: true, run_at: 'document_start', match_origin_as_fallback: true };
const relay: ContentScript = { ...everywhere, js: ['relay.js'] };
const hook: ContentScript = { ...everywhere, js: ['hook.js'], world: 'MAIN' };
const good = { permissions: ['storage'], content_scripts: [relay, hook] };

describe('manifestProblems', () => {
  it('is silent about a good manifest', () => {
    expect(manifestProblems(good, 'chromium')).toEqual([]);
  });

  it.each(['webRequest', 'webRequestBlocking', 'declarativeNetRequest', 'declarativeNetRequestFeedback'])(
    'refuses %s in Chromium, even as an option',
    (permission) => {
      expect(manifestProblems({ ...good, permissions: [permission] }, 'chromium')).toHaveLength(1);
      expect(manifestProblems({ ...good, optional_permissions: [permission] }, 'chromium')).toHaveLength(1);
    },
  );

  it('allows webRequest in Firefox', () => {
    expect(manifestProblems({ ...good, permissions: ['webRequest'] }, 'firefox')).toEqual([]);
  });

  it('refuses a relay that runs after the hook', () => {
    const [problem] = manifestProblems({ ...good, content_scripts: [hook, relay] }, 'firefox');
    expect(problem).toContain('after the page hook');
  });

  it.each(['all_frames', 'run_at', 'match_origin_as_fallback'])('refuses a script without %s', (key) => {
    const less = Object.fromEntries(Object.entries(hook).filter(([name]) => name !== key));
    expect(manifestProblems({ ...good, content_scripts: [relay, less] }, 'chromium')).not.toEqual([]);
  });

  it('refuses a build without content scripts', () => {
    expect(manifestProblems({ ...good, content_scripts: [] }, 'chromium')).toHaveLength(2);
  });
});

describe('measure', () => {
  const files = {
    'relay.js': 'r'.repeat(10),
    'hook.js': 'hh',
    'panel.html': '<script src="/chunks/panel-1a.js">',
    'chunks/panel-1a.js': 'import "./event-2b.js"',
    // The panel reads this one when it writes a report: it is no part of itself.
    'chunks/event-2b.js': 'event "report.js"',
    'report.js': 'a report',
    'chunks/viewer-3c.js': 'not of the panel',
  };

  it('measures each part, the panel with all it loads', () => {
    const panel =
      files['panel.html'].length + files['chunks/panel-1a.js'].length + files['chunks/event-2b.js'].length;
    expect(measure({ manifest: good, files }).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['page hook', 2],
      ['relay', 10],
      ['panel', panel],
      ['report', gzipSync(files['report.js']).length],
    ]);
  });

  it('has no size for a part that is not there', () => {
    const [pageHook] = measure({ manifest: { ...good, content_scripts: [relay] }, files });
    expect(pageHook?.bytes).toBeUndefined();
  });
});
