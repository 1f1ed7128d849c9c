import { describe, expect, it } from 'vitest';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import type { CaptureStatus } from '../../core/capture/source';
import { toNotices } from '../../state/notices';
import { buildConnection, START_MS } from '../support/connection-builder';

const LIVE: CaptureStatus = {
  connected: true,
  isLive: true,
  droppedEvents: 0,
  hasSiteAccess: true,
  restarts: 0,
};
const FILE: CaptureStatus = { ...LIVE, connected: false, isLive: false };
const NOTHING = { connections: [], lifecycle: [], status: LIVE, beginnings: 0 };

const masked = buildConnection({ handshake: { source: 'network-log', failure: '' } });
const refused = buildConnection({ handshake: { source: 'network-log', status: 403 } });
const worker = buildConnection({
  hasPage: false,
  handshake: { source: 'network-log', status: 101, isFromWorker: true },
});

function recordingChanged(isOn: boolean): LifecycleEvent {
  return {
    type: 'recording-changed',
    source: 'page-lifecycle',
    streamId: 'relay:1',
    seq: 1,
    timeMs: START_MS,
    isOn,
    reason: isOn ? 'resumed' : 'paused',
  };
}

describe('what could not be seen', () => {
  it('tells of messages that came with their beginnings only', () => {
    expect(toNotices({ ...NOTHING, beginnings: 12 })).toEqual([{ kind: 'beginnings', count: 12 }]);
  });

  it('is nothing where all was seen', () => {
    expect(toNotices({ ...NOTHING, connections: [refused] })).toEqual([]);
  });

  it('is the reason that another extension hides, counted in connections', () => {
    expect(toNotices({ ...NOTHING, connections: [masked, refused, masked] })).toEqual([
      { kind: 'masked', count: 2 },
    ]);
  });

  it('is what workers keep for themselves', () => {
    expect(toNotices({ ...NOTHING, connections: [refused, worker] })).toEqual([
      { kind: 'workers', count: 1 },
    ]);
  });

  it('is what was dropped, and that the background was restarted, with the graver first', () => {
    const status = { ...LIVE, droppedEvents: 7, restarts: 2 };
    expect(toNotices({ ...NOTHING, status })).toEqual([
      { kind: 'dropped', count: 7 },
      { kind: 'restarted', count: 2 },
    ]);
  });

  it('is, in a file, the time in which recording was off', () => {
    const lifecycle = [recordingChanged(false), recordingChanged(true)];
    expect(toNotices({ ...NOTHING, lifecycle, status: FILE })).toEqual([{ kind: 'gaps', count: 1 }]);
  });

  it('is not, while recording, what the bar of the recording says already', () => {
    expect(toNotices({ ...NOTHING, lifecycle: [recordingChanged(false)] })).toEqual([]);
  });
});
