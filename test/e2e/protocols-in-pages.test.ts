import { afterAll, beforeAll, describe, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openKeptRecords } from '../support/browsers/kept-records';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { chooseLink, waitForCause, waitForFact, waitForTitles } from '../support/panel-page';
import { startProtocolPages, type ProtocolPages } from '../support/protocol-pages/protocol-pages';

let pages: ProtocolPages;
beforeAll(async () => {
  pages = await startProtocolPages();
});
afterAll(async () => {
  await pages.stop();
});

/** What the rows say, without what only a screen reader is told, and without the pieces in which aedes writes. */
const SUMMARIES = `[...document.querySelectorAll('.messages .list-row .message-summary')].map((row) => row.innerText.replace(/^Failure:\\s*/, '').trim()).filter((row) => !row.startsWith('part of a packet'))`;

const STAYS = 'it does not reconnect until your page calls `connect()`';
const DISCONNECTED = 'The Socket.IO server disconnected the client, which then closed the connection';
const ENDED = 'The SockJS server ended the connection: 4001: "session expired"';

describe.each(['chromium', 'firefox'] as const)('in %s, the real client of', (browser) => {
  let tab: InspectedTab;
  beforeAll(async () => {
    tab = await openInspectedTab(browser);
  });
  afterAll(async () => {
    await tab.close();
  });

  it.each([
    {
      what: 'graphql-ws that is refused',
      client: 'refusedGraphql',
      link: '/graphql/refused',
      rows: ['connection_init with payload'],
      cause: 'protocol-close-code',
      title:
        'The GraphQL over WebSocket server closed with 4403: Forbidden: the server refused `connection_init`, usually for its token: "Forbidden"',
    },
    {
      what: 'graphql-ws whose query fails',
      client: 'failingGraphql',
      link: '/graphql/orders',
      rows: [
        'connection_init',
        'connection_ack',
        'subscribe 1: query Who',
        'next 1: me',
        'complete 1',
        'subscribe 2: query Orders',
        'error 2: Cannot query field "orders" on type "Query".',
      ],
      cause: 'protocol-error',
      title:
        'The GraphQL over WebSocket server reported an error: Cannot query field "orders" on type "Query".',
    },
    {
      what: 'MQTT.js that logs in with a wrong password',
      client: 'refusedMqtt',
      link: '/mqtt',
      rows: [
        'CONNECT as desk, MQTT 3.1.1, with a login, keep alive 60 s',
        'CONNECT refused: Bad user name or password',
      ],
      cause: 'protocol-ended',
      title: 'The MQTT server ended the connection: Bad user name or password',
    },
    {
      what: 'stompjs that logs in with a wrong password',
      client: 'refusedStomp',
      link: '/stomp',
      rows: [
        'CONNECT with a login, STOMP 1.2,1.1,1.0',
        'CONNECT refused: Bad CONNECT: Access refused for user ada',
      ],
      cause: 'protocol-ended',
      title:
        'The STOMP server ended the connection: The login, the virtual host or a limit on connections: the explanation says which: "Bad CONNECT: Access refused for user ada"',
    },
    {
      what: 'SignalR with an encoding that the hub does not have',
      client: 'refusedSignalr',
      link: '/hub',
      rows: ['handshake: json, version 1', "handshake refused: The protocol 'json' is not supported."],
      cause: 'protocol-ended',
      title:
        'The SignalR server ended the connection: The server does not have this encoding: "The protocol \'json\' is not supported."',
    },
    {
      what: 'Socket.IO 4 that is refused',
      client: 'refusedSocketIo',
      link: '/v4/socket.io',
      rows: [
        'open, ping every 25 s, at most 1000000 bytes a poll',
        'CONNECT with auth',
        'CONNECT refused: invalid_session_api_key',
      ],
      cause: 'socket-io-connect-error',
      title: 'Socket.IO refused the connection: "invalid_session_api_key"',
      tells: `connect_error "invalid_session_api_key"; ${STAYS}`,
    },
    {
      what: 'Socket.IO 2 that is refused',
      client: 'refusedSocketIoV2',
      link: '/v2/socket.io',
      rows: ['open, ping every 25 s', 'CONNECT refused: Session expired'],
      cause: 'socket-io-connect-error',
      title: 'Socket.IO refused the connection: "Session expired"',
      tells: 'error "Session expired"; it asks again only over the next connection',
    },
    {
      what: 'Socket.IO 3 that the server disconnects',
      client: 'disconnectedSocketIoV3',
      link: '/v3/socket.io',
      rows: ['open, ping every 25 s', 'CONNECT', 'CONNECT accepted', 'DISCONNECT: the server ends it'],
      cause: 'closed-without-code',
      title: DISCONNECTED,
      tells: `disconnect "io server disconnect"; ${STAYS}`,
    },
    {
      what: 'Socket.IO 2 that a server of today lets in and disconnects',
      client: 'disconnectedSocketIoV2',
      link: '/old/socket.io',
      rows: [
        'open, ping every 25 s, at most 1000000 bytes a poll',
        'CONNECT accepted',
        'DISCONNECT: the server ends it',
      ],
      cause: 'closed-without-code',
      title: DISCONNECTED,
      tells: `disconnect "io server disconnect"; ${STAYS}`,
    },
    {
      what: 'SockJS whose session the server ends',
      client: 'endedSockJs',
      link: '/sockjs',
      rows: ['open', 'one', 'two', 'three', 'four', 'five', 'close 4001: session expired'],
      cause: 'protocol-ended',
      title: ENDED,
    },
  ])('$what is read, and told why', async ({ client, link, rows, cause, title, tells }) => {
    await tab.goto(`${pages.origin}/page`);
    await tab.evaluateInPage(`import('/clients.js').then((clients) => clients.${client}())`);
    await chooseLink(tab, link);
    await tab.waitInPanel(
      `JSON.stringify(${SUMMARIES}) === ${JSON.stringify(JSON.stringify(rows))}`,
      `the rows ${rows.join(' | ')}`,
    );
    await waitForCause(tab, cause);
    await waitForTitles(tab, [title]);
    if (tells !== undefined) await waitForFact(tab, 'Client tells the page', tells);
  });
});

it.each(['chromium', 'firefox'] as const)(
  'in %s, the last words of a socket that nobody watched outlive its page',
  async (browser) => {
    const tab = await openInspectedTab(browser, { openPanelFirst: false });
    try {
      await tab.goto(`${pages.origin}/page`);
      await tab.evaluateInPage("import('/clients.js').then((clients) => clients.endedSockJs())");
      // A browser that has only just started has no background yet to hear a page that leaves at once.
      const kept = await openKeptRecords(tab);
      await kept.waitFor(`record.type === 'socket-close'`);
      await tab.goto(`${pages.origin}/elsewhere`);
      await tab.openPanel();
      await chooseLink(tab, '/sockjs');
      await waitForCause(tab, 'protocol-ended');
      await waitForTitles(tab, [ENDED]);
    } finally {
      await tab.close();
    }
  },
);
