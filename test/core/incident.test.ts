import { describe, expect, it } from 'vitest';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import { leftDocuments } from '../../core/capture/left-documents';
import { toChains } from '../../core/capture/conversation';
import { diagnoseConnection } from '../../core/diagnose';
import { toIncidents, type Incident } from '../../core/incident';
import { incidentSentence } from '../../core/incident-text';
import { profiles } from '../../core/profiles/catalogue';
import {
  buildConnection,
  chromiumFailed,
  START_MS,
  type ConnectionFacts,
} from '../support/connection-builder';

const refused = chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403');
const unreachable = chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED');
const cut: ConnectionFacts = { openAt: 50, close: { at: 5_000, code: 1006 } };
const at = (startAt: number, facts: ConnectionFacts): ConnectionFacts => ({ ...facts, startAt });

function incidents(...attempts: readonly ConnectionFacts[]): readonly Incident[] {
  return incidentsAfter([], attempts);
}
function incidentsAfter(lifecycle: readonly LifecycleEvent[], attempts: readonly ConnectionFacts[]) {
  const connections = attempts.map(buildConnection).sort((a, b) => a.startedMs - b.startedMs);
  const chains = toChains(connections, profiles);
  return toIncidents(chains, (connection) => diagnoseConnection(connection)[0], leftDocuments(lifecycle));
}
/** The document of the attempts was left. */
function leftAt(at: number): LifecycleEvent {
  const { streamId } = buildConnection({});
  const timeMs = START_MS + at;
  return { type: 'page-hidden', source: 'page-lifecycle', streamId, seq: 1, timeMs, persisted: false };
}
const inNextDocument = { more: { streamId: 'page:2', id: 'page:2/0' } };
const sentences = (found: readonly Incident[], nowAt = 60_000) =>
  found.map((incident) => incidentSentence(incident, START_MS + nowAt));

describe('incidents', () => {
  it('make one of failures in a row, named after the first, until an attempt lives', () => {
    const found = incidents(cut, at(6_000, unreachable), at(9_000, unreachable), at(12_000, { openAt: 40 }));
    expect(found).toMatchObject([
      {
        state: 'healed',
        failedCount: 3,
        headline: { cause: 'abnormal-closure' },
        endedMs: START_MS + 12_040,
      },
    ]);
    expect(sentences(found)).toEqual([
      'The connection was cut without a Close frame, and 2 more attempts failed, the last one: nothing listens at this host and port. It was well again after 7 s.',
    ]);
  });

  it('say that a refusal will not heal by itself', () => {
    const found = incidents(refused, at(3_000, refused), at(6_000, refused));
    expect(found).toMatchObject([{ state: 'ongoing', endedMs: undefined, failedCount: 3, reach: 'link' }]);
    expect(sentences(found)).toEqual([
      'The server answered 403 (Forbidden) and refused the WebSocket, 3 times. It will not heal by itself.',
    ]);
  });

  it('are none where everything ended as it should', () => {
    expect(incidents({ openAt: 50, close: { at: 900, code: 1000 } }, at(2_000, { openAt: 50 }))).toEqual([]);
  });

  it('are two where the link lived well in between', () => {
    const long: ConnectionFacts = { openAt: 50, close: { at: 30_000, code: 1006 } };
    const found = incidents(cut, at(6_000, long), at(37_000, { openAt: 40 }));
    expect(found.map(({ state, failedCount }) => [state, failedCount])).toEqual([
      ['healed', 1],
      ['healed', 1],
    ]);
  });

  it('do not take a connection for healed that opens and dies at once', () => {
    const short: ConnectionFacts = { openAt: 50, close: { at: 200, code: 1006 } };
    expect(incidents(short, at(3_000, short), at(6_000, short))).toMatchObject([
      { state: 'ongoing', failedCount: 3 },
    ]);
  });

  it('gather what dies at the same moment, and say how far it reached', () => {
    const other = { url: 'wss://example.test/other' };
    expect(incidents(cut, at(300, { ...cut, ...other }))).toMatchObject([{ reach: 'host', failedCount: 2 }]);
    const elsewhere = { url: 'wss://elsewhere.test/socket' };
    const found = incidents(cut, at(300, { ...cut, ...elsewhere }));
    expect(found).toMatchObject([{ reach: 'hosts' }]);
    expect(sentences(found)[0]).toContain(', on 2 links to different hosts at once');
  });

  it('do not call a connection down over which an error was reported', () => {
    const text = '{"type":"connection_error","payload":"no"}';
    const found = incidents({
      accepted: 'graphql-ws',
      protocols: ['graphql-ws'],
      openAt: 50,
      messages: [{ at: 100, direction: 'in', text }],
    });
    expect(sentences(found)).toEqual([expect.stringMatching(/ The connection itself is open\.$/)]);
  });

  it('keep apart what fails at one moment for different reasons', () => {
    const found = incidents(refused, at(300, { ...unreachable, url: 'wss://example.test/other' }));
    expect(found.map(({ headline }) => headline.cause)).toEqual([
      'handshake-forbidden',
      'connection-refused',
    ]);
  });

  it('end when the page is left, and go on over a reload that fails as before', () => {
    const left: ConnectionFacts = { ...refused, pageGone: { at: 400, persisted: false } };
    const [again] = [at(20_000, { ...refused, more: { streamId: 'page:2', id: 'page:2/0' } })];
    expect(incidents(left)).toMatchObject([{ state: 'over' }]);
    expect(incidents(left, again)).toMatchObject([{ state: 'ongoing', failedCount: 2 }]);
  });

  it('end with the page, however long after the last failure it is left', () => {
    expect(incidentsAfter([leftAt(30_000)], [cut])).toMatchObject([
      { state: 'over', endedMs: START_MS + 30_000 },
    ]);
  });

  it('are healed by a reload after which the link opens, as development servers do it', () => {
    const reloaded = at(31_000, { openAt: 40, ...inNextDocument });
    const found = incidentsAfter([leftAt(30_000)], [cut, reloaded]);
    expect(found).toMatchObject([{ state: 'healed', endedMs: START_MS + 31_040 }]);
    expect(sentences(found)).toEqual([
      'The connection was cut without a Close frame. The next attempt got in after 26 s.',
    ]);
  });

  it('say what fails now, and what comes of waiting for that', () => {
    expect(sentences(incidents(cut, at(6_000, unreachable), at(9_000, refused)), 20_000)).toEqual([
      'The connection was cut without a Close frame, and 2 more attempts failed, the last one: the server answered 403 (Forbidden) and refused the WebSocket. It will not heal by itself.',
    ]);
  });

  it('keep a refusal that was got past apart from the end of the connection that got past it', () => {
    const found = incidents(refused, at(3_000, cut), at(8_500, unreachable));
    expect(found.map(({ state, headline }) => [state, headline.cause])).toEqual([
      ['healed', 'handshake-forbidden'],
      ['ongoing', 'abnormal-closure'],
    ]);
  });

  it('do not call a refused attempt open, of which the browser has told before the page', () => {
    const found = incidents({ handshake: { source: 'web-request', status: 503 } });
    expect(sentences(found)).toEqual([expect.stringContaining('(Service Unavailable)')]);
    expect(sentences(found)[0]).not.toContain('is open');
  });
});
