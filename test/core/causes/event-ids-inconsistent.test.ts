import { eventIdsInconsistent } from '../../../core/causes/event-ids-inconsistent';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';
import {
  agentState,
  fullState,
  LET_IN,
  ohEvent,
  v0,
  v0Url,
  v1,
  v1Event,
  v1Url,
} from '../../support/openhands/frames';

/** An attempt of V0 that asked from here, had these events before it was let in, and was cut. */
function attempt(
  startAt: number,
  asked: string,
  ids: readonly number[],
  more: ConnectionFacts = {},
): ConnectionFacts {
  const events = ids.map((id, index) => ohEvent(100 + index, { id, source: 'agent', action: 'run' }));
  return {
    ...v0([...events, LET_IN]),
    url: v0Url({ latest_event_id: asked }),
    startAt,
    close: { at: 20_000, code: 1006 },
    ...more,
  };
}
/** One of V1 that asked for everything, had these events, and was cut. */
function replay(startAt: number, ids: readonly string[], query?: string): ConnectionFacts {
  const events = ids.map((id, index) => v1Event(100 + index, { id, kind: 'MessageEvent' }));
  return {
    ...v1([fullState(60), ...events]),
    ...(query !== undefined && { url: v1Url(query) }),
    startAt,
    close: { at: 20_000, code: 1006 },
  };
}
const SINCE = 'resend_mode=since&after_timestamp=2025-11-28T16:00:00';

describeChainCause(eventIdsInconsistent, {
  reports: [
    {
      when: 'a client that comes back from an older position',
      facts: { attempts: [attempt(0, '-1', [0, 1, 5]), attempt(23_000, '1', [2, 5])] },
      title: /older position than it had reached/,
      evidence: [/asked for events after "1", and had had 5 already/],
      aboutCount: 1,
    },
    {
      when: 'a client that comes back without a position',
      facts: { attempts: [attempt(0, '-1', [0, 1, 5]), attempt(23_000, 'undefined', [0, 1, 5])] },
      title: /older position/,
      aboutCount: 1,
    },
    {
      when: 'a conversation that begins anew',
      facts: { attempts: [attempt(0, '-1', [0, 1, 5]), attempt(23_000, '5', [0, 1])] },
      severity: 'error',
      title: /begin anew/,
      evidence: [/asked for events after 5, and got event 0 again/],
      aboutCount: 1,
    },
    {
      when: 'an event that came twice on one connection',
      facts: { attempts: [attempt(0, '-1', [0, 1, 1])] },
      title: /came twice on one connection/,
      evidence: [/Event 1 came twice/],
    },
    {
      when: 'events that a full replay no longer holds',
      facts: { attempts: [replay(0, ['a', 'b', 'c']), replay(23_000, ['a'])] },
      confidence: 'likely',
      severity: 'error',
      title: /gone from the agent server/,
      evidence: [/Of 3 events from before, 2 did not come again/],
      aboutCount: 1,
    },
    {
      when: 'a moment to ask from that does not move',
      facts: { attempts: [replay(0, ['a', 'b'], SINCE), replay(23_000, ['a', 'b'], SINCE)] },
      title: /since the same moment again/,
      aboutCount: 1,
    },
  ],
  staysSilent: [
    {
      when: 'on gaps, which are as they should be',
      facts: { attempts: [attempt(0, '-1', [0, 2, 5]), attempt(23_000, '5', [9])] },
    },
    {
      when: 'on the overlap after a replay that ended with an older event',
      facts: {
        attempts: [attempt(0, '-1', [0, 5, 4]), attempt(23_000, '4', [5])],
      },
    },
    {
      when: 'on a position from before an attempt whose events the client discarded, as it was never let in',
      facts: {
        attempts: [
          attempt(0, '-1', [0, 1]),
          {
            ...v0([ohEvent(100, { id: 2 }), agentState(110, 7, 'running')]),
            url: v0Url({ latest_event_id: '1' }),
            startAt: 23_000,
            close: { at: 20_000, code: 1006 },
          },
          attempt(46_000, '1', [2, 7]),
        ],
      },
    },
    {
      when: 'on a full replay that repeats everything',
      facts: { attempts: [replay(0, ['a', 'b']), replay(23_000, ['a', 'b', 'c'])] },
    },
    {
      when: 'on a replay that was cut short',
      facts: {
        attempts: [replay(0, ['a', 'b', 'c']), { ...replay(23_000, ['a']), close: { at: 500, code: 1006 } }],
      },
    },
    { when: 'on a single attempt', facts: { attempts: [attempt(0, '-1', [0, 1, 5])] } },
    {
      when: 'at an address that no profile knows',
      facts: { attempts: [{ startAt: 0, openAt: 50 }] },
    },
  ],
});
