import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Panel } from '../../components/app/panel';
import type { HangupEvent } from '../../core/capture/event';
import type { PatternSearch } from '../../core/find/pattern-search';
import { createMessages } from '../../state/messages';
import { createSessionStore } from '../../state/session-store';
import { createViewStore } from '../../state/view-store';
import type { View } from '../../state/view-store';
import { createSampleSource, sampleEvents } from '../support/sample-session';
import { sampleChain } from '../support/sample-conversations';

const NO_PATTERNS: PatternSearch = {
  run: () => Promise.resolve({ kind: 'too-slow' }),
  stop: () => undefined,
};

function render(events: readonly HangupEvent[], view: View = createViewStore()): string {
  let tick: () => void = () => undefined;
  const session = createSessionStore(createSampleSource(events).source, (run) => {
    tick = run;
    return () => undefined;
  });
  tick();
  const html = renderToString(
    <Panel
      session={{ ...session, store: asFirstState(session.store) }}
      view={{ ...view, store: asFirstState(view.store) }}
      messages={createMessages({ nowMs: () => 0, soon: () => () => undefined, patterns: NO_PATTERNS })}
      settings={undefined}
      prepareExport={() => new Promise(() => undefined)}
    />,
  );
  return html.replaceAll('<!-- -->', '');
}

/** React's server renderer reads a store's first state and no other. */
function asFirstState<Store extends { getState: unknown }>(store: Store) {
  return { ...store, getInitialState: store.getState };
}

describe('before anything happened', () => {
  const html = render([]);

  test('the panel says what to do and what is watched', () => {
    expect(html).toContain('Reload the page');
    expect(html).toContain('watches every WebSocket and Socket.IO connection');
    expect(html).toContain('No connection seen yet.');
  });

  test('there is nothing to clear or export', () => {
    expect(html.match(/disabled=""/g)).toHaveLength(2);
  });
});

describe('with a session', () => {
  const html = render(sampleEvents());

  test('every area has its name', () => {
    for (const name of ['Timeline', 'Findings', 'Connection', 'Messages']) {
      expect(html).toMatch(new RegExp(`<section[^>]* aria-label="${name}"`));
    }
    expect(html).toMatch(/role="listbox" aria-label="Conversations"/);
  });

  test('the list holds each endpoint as an option', () => {
    expect(html).toMatch(/role="option"[^>]*>.*?wss:\/\/api\.shop\.example\/live\?room=7/);
  });

  test('a finding is an article with its title, its count and its cause', () => {
    const cards = html.match(/<article.*?<\/article>/g) ?? [];
    // Two causes; that the page goes on against the first is told on its card.
    expect(cards).toHaveLength(2);
    expect(cards[0]).toMatch(/<details>.*retries-permanent-refusal.*<\/details>/);
    expect(cards[0]).toMatch(/<h3>.*403.*<\/h3>/);
    expect(cards[0]).toContain('5 times');
    expect(cards[0]).toContain('<code class="cause-id">handshake-forbidden</code>');
    expect(cards[0]?.indexOf('What to do')).toBeLessThan(cards[0]?.indexOf('Evidence') ?? 0);
  });

  test('one attempt only is in the tab order of the timeline', () => {
    const timeline = /<section[^>]*aria-label="Timeline".*?<\/section>/.exec(html)?.[0] ?? '';
    expect(timeline.match(/aria-label="Attempt /g)).toHaveLength(8);
    expect(timeline.match(/<button[^>]*tabindex="-1"/gi)).toHaveLength(7);
  });
});

test('a chosen attempt shows its own findings, with the way back', () => {
  const view = createViewStore();
  const { chain } = sampleChain('chat.shop.example');
  view.selectAttempt(chain.id, chain.attempts[0].connection.id);
  const html = render(sampleEvents(), view);
  expect(html.match(/<article/g)).toHaveLength(1);
  expect(html).toContain('application-close-code');
  expect(html).toContain('Show all 6 attempts');
});

test('text of a page is never markup, and what it hides is seen', () => {
  const events = sampleEvents().map((event) =>
    event.type === 'socket-close' && event.code === 4401
      ? { ...event, reason: '<img src=x onerror=alert(1)>\u202e' }
      : event,
  );
  const html = render(events);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).toContain('<span class="escaped-character">U+202E</span>');
});
