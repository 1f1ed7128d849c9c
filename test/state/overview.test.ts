import { describe, expect, test } from 'vitest';
import { toChainOverview, worstSeverity } from '../../state/chain-overview';
import { buildConnection } from '../support/connection-builder';
import { closedBy, missingHalf } from '../../state/connection-facts';
import { findingsOf } from '../../state/findings';
import { foldFindings } from '../../state/folded-findings';
import { incidentsOf } from '../../state/incidents';
import { summarise } from '../../state/summary-sentence';
import { sampleChain, sampleConnections, sampleConversations } from '../support/sample-conversations';

describe('a chain', () => {
  test('has failed when its last attempt never opened', () => {
    const { chain } = sampleChain('chat.shop.example');
    const overview = toChainOverview(chain);
    expect(overview).toMatchObject({ state: 'failed', attemptCount: 6 });
    expect(overview.headline?.cause).toBe('handshake-forbidden');
    expect(overview.connection).toBe(chain.attempts.at(-1)?.connection);
  });

  test('is open now and still carries its trouble', () => {
    const overview = toChainOverview(sampleChain('events.shop.example').chain);
    expect(overview).toMatchObject({ state: 'open', headline: { cause: 'server-closed-with-code' } });
  });

  test('is closed when it had been open', () => {
    expect(toChainOverview(sampleChain('metrics.shop.example').chain).state).toBe('closed');
  });

  test('lends its severity to its conversation', () => {
    expect(worstSeverity(sampleChain('events.shop.example').conversation)).toBe('error');
    expect(worstSeverity(sampleChain('api.shop.example').conversation)).toBeUndefined();
  });
});

describe('findings', () => {
  test('are made once for a connection', () => {
    const { connection } = sampleChain('localhost').chain.attempts[0];
    expect(findingsOf(connection)).toBe(findingsOf(connection));
  });

  test('fold when cause and title repeat, with how often and when', () => {
    const { attempts } = sampleChain('chat.shop.example').chain;
    const folded = foldFindings(attempts);
    expect(folded.map(({ finding, count }) => [finding.cause, count])).toEqual([
      ['handshake-forbidden', 5],
      ['application-close-code', 1],
    ]);
    expect(folded[0]).toMatchObject({
      firstMs: attempts[1]?.connection.endedMs,
      lastMs: attempts[5]?.connection.endedMs,
    });
  });

  test('come worst first, whatever their order in time', () => {
    const refused = sampleChain('localhost').chain.attempts;
    const fine = sampleChain('metrics.shop.example').chain.attempts;
    expect(foldFindings([...refused, ...fine]).map(({ finding }) => finding.severity)).toEqual([
      'error',
      'info',
    ]);
  });
});

test('a refusal that is named leads, though the newest attempt of the chain hides its reason', () => {
  const { chain } = sampleChain('chat.shop.example');
  const [first, ...rest] = chain.attempts;
  const attempts = rest.map((attempt, index) =>
    index === rest.length - 1
      ? { ...attempt, connection: { ...attempt.connection, handshake: undefined } }
      : attempt,
  );
  const overview = toChainOverview({ ...chain, attempts: [first, ...attempts] });
  expect(overview.headline).toMatchObject({ verdict: 'found', cause: 'handshake-forbidden' });
  expect(foldFindings(attempts).map(({ finding }) => finding.verdict)).toEqual(['found', 'cannot-tell']);
  const { sentence } = summarise(attempts.map(({ connection }) => connection));
  expect(sentence).toMatch(/^5 of 5 connections failed: the server answered 403/);
});

describe('the sentence', () => {
  const of = (...parts: string[]) =>
    sampleConnections.filter(({ url }) => parts.some((part) => url.includes(part)));

  test('says that there is nothing yet', () => {
    expect(summarise([]).sentence).toBe('No connection seen yet.');
  });

  test('says that all is well, and does not count a normal close as a problem', () => {
    expect(summarise(of('api.shop'))).toEqual({ sentence: '1 connection, nothing wrong.', severity: 'info' });
    expect(summarise(of('api.shop', 'metrics')).sentence).toBe('2 connections, nothing wrong.');
  });

  test('names the worst problem in the middle of the sentence', () => {
    expect(summarise(of('localhost', 'api.shop'))).toEqual({
      sentence: '1 of 2 connections failed: nothing listens at this host and port.',
      severity: 'error',
    });
    expect(summarise(of('localhost')).sentence).toMatch(/^The connection failed: /);
  });

  test('keeps the capitals of names', () => {
    expect(summarise(of('socket.io')).sentence).toMatch(/failed: Socket\.IO /);
  });

  test('counts the other problems', () => {
    expect(summarise(of('localhost', 'chat.shop')).sentence).toMatch(
      /^7 of 7 connections failed: the server answered 403 .*, and 2 other problems\.$/,
    );
  });
});

describe('incidents', () => {
  test('that go on stand before those that are over, and newer ones first', () => {
    const incidents = incidentsOf(sampleConversations, []);
    const states = incidents.map(({ state }) => state);
    expect(states.indexOf('healed')).toBe(states.lastIndexOf('ongoing') + 1);
    const ongoing = incidents.filter(({ state }) => state === 'ongoing').map(({ startedMs }) => startedMs);
    expect(ongoing).toEqual(ongoing.toSorted((a, b) => b - a));
    expect(ongoing.length).toBeGreaterThan(1);
  });
});

describe('the facts', () => {
  const first = (endpointPart: string) => sampleChain(endpointPart).chain.attempts[0].connection;

  test('say who closed', () => {
    expect(closedBy(first('metrics'))).toBe('The page, with close()');
    expect(closedBy(first('events'))).toBe('The server');
    expect(closedBy(first('localhost'))).toBeUndefined();
    expect(closedBy(first('api.shop'))).toBeUndefined();
  });

  test('tell a lost connection from one that the browser gave up, and from a page that was left', () => {
    const { connection } = sampleChain('events').chain.attempts[0];
    const { close } = connection;
    if (close === undefined) throw new Error('The sample closes this connection');
    expect(closedBy({ ...connection, close: { ...close, code: 1006, wasClean: false } })).toBe(
      'The network: no Close frame came',
    );
    const lost = buildConnection({
      openAt: 50,
      errorAt: 900,
      stack: '    at open (https://h/app.js:1:1)',
      close: { at: 901, code: 1006 },
    });
    expect(closedBy(lost)).toBe('The browser: it failed the connection');
    expect(closedBy(buildConnection({ openAt: 50, errorAt: 900, close: { at: 901, code: 1006 } }))).toBe(
      'The browser or the network',
    );
    const left = buildConnection({ openAt: 50, pageGone: { at: 900, persisted: false } });
    expect(closedBy(left)).toBe('The page was left or its tab closed');
    expect(closedBy({ ...left, pageGone: left.pageGone && { ...left.pageGone, navigation: 'reload' } })).toBe(
      'The page was reloaded',
    );
  });

  const ended = { close: { at: 90, code: 1006 } };
  const chromium = { ...ended, stack: '    at open (https://h/app.js:1:1)' };
  const firefox = { ...ended, stack: 'open@https://h/app.js:1:1' };
  const unseen = { hasPage: false } as const;
  test.each([
    ['both halves are there', first('localhost'), undefined],
    ['the constructor threw', buildConnection({ threw: { name: 'SyntaxError', message: 'bad' } }), undefined],
    [
      'Chromium’s log was not watched',
      buildConnection({ ...chromium, browserLogWatched: false }),
      /was not watched.*Keep this panel open/,
    ],
    [
      'Firefox’s log told nothing',
      buildConnection({ ...firefox, browserLogWatched: false }),
      /may read all sites.*Permissions/,
    ],
    [
      'the log was watched and told nothing',
      buildConnection({ ...chromium, browserLogWatched: true }),
      /logged nothing/,
    ],
    [
      'another extension hides the record',
      buildConnection({ ...chromium, handshake: { source: 'network-log', failure: '' } }),
      /record is blank.*another extension/,
    ],
    [
      'only the beginning of a handshake was recorded',
      buildConnection({ ...firefox, handshake: { source: 'web-request' } }),
      /neither its answer nor an error/,
    ],
    [
      'Chromium’s log alone saw it',
      buildConnection({ ...unseen, handshake: { source: 'network-log', status: 101 } }),
      /page’s half is missing: no close code is available/,
    ],
    [
      'Firefox’s log alone saw it',
      buildConnection({ ...unseen, handshake: { source: 'web-request', status: 101 } }),
      /no close code and no messages are available/,
    ],
    [
      'a HAR file holds it',
      buildConnection({ ...unseen, handshake: { source: 'file', status: 101 } }),
      /a HAR file holds no close code/,
    ],
    [
      'it is a worker’s, in Chromium',
      buildConnection({ ...unseen, handshake: { source: 'network-log', status: 101, isFromWorker: true } }),
      /A worker’s socket.*no close code available here, and nobody can say who closed it\.$/,
    ],
    [
      'it is a worker’s, in Firefox',
      buildConnection({ ...unseen, handshake: { source: 'web-request', status: 101, isFromWorker: true } }),
      /A worker’s socket.*no close code available here.*Nor are its messages/,
    ],
    [
      'polls leave no record',
      buildConnection({ ...ended, more: { transport: 'polling' } }),
      /records of polling are not read/,
    ],
  ] as const)('name what is missing: %s', (_case, connection, missing) => {
    if (missing === undefined) expect(missingHalf(connection)).toBeUndefined();
    else expect(missingHalf(connection)).toMatch(missing);
  });

  test('do not ask for the browser’s half while the connection lives', () => {
    expect(missingHalf(first('api.shop'))).toBeUndefined();
  });
});
