import type { Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Cause, type Evidence } from './cause';
import { evidenceOf, found } from './reading/found';
import { outcomeOf } from './reading/outcome';

export const upgradeFailed: Cause = {
  id: 'upgrade-failed',
  layer: 'handshake',
  severity: 'warning',
  title: 'The connection could not move from polling to a faster transport',
  explanation:
    'Socket.IO began with HTTP requests (long polling) and tried to go on over a WebSocket or WebTransport, which failed. The connection goes on with polling: it works, with more delay and more requests. The client reports nothing.',
  likelyCauses: [
    'A proxy or load balancer before the server does not pass WebSocket upgrades on.',
    'The requests of one session reach different servers: the load balancer has no sticky sessions.',
    'The server does not allow this transport.',
  ],
  next: [
    'Have every proxy pass the upgrade on (nginx: proxy_http_version 1.1, and proxy_set_header for Upgrade and Connection).',
    'Turn sticky sessions on, where there is more than one server.',
  ],
  nextForUser: ['Nothing: it works, only slower.'],
  retry: 'not-needed',
  needs: ['page-events'],
  diagnose({ failedUpgrades, transport }) {
    const [failed] = failedUpgrades;
    if (failed === undefined) return NOT_APPLICABLE;
    if (transport !== 'polling') return CLEAR;
    return found(evidenceOfUpgrade(failed), { confidence: 'certain', title: titleOf(failed) });
  },
};

const NAMES = { websocket: 'WebSocket', polling: 'polling', webtransport: 'WebTransport' } as const;

function titleOf(failed: Connection): string {
  const outcome = outcomeOf(failed);
  const why = outcome?.kind === 'answered' ? `: the server answered ${outcome.status}` : '';
  return `The move from polling to ${NAMES[failed.transport]} failed${why}`;
}

function evidenceOfUpgrade(failed: Connection): Evidence[] {
  const rows = evidenceOf(failed);
  const { webTransportEnd } = failed;
  if (webTransportEnd !== undefined) {
    const { source, timeMs, error } = webTransportEnd;
    rows.push({ source, timeMs, text: `WebTransport ended: ${error?.message ?? 'without an error'}` });
  }
  const start = failed.constructed;
  if (start !== undefined)
    rows.push({ source: start.source, timeMs: start.timeMs, text: `The client tried ${failed.url}` });
  return rows;
}
