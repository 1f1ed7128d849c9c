import { serverWentAway } from '../../../core/causes/server-went-away';
import { describeChainCause } from '../../support/chain-table';
import {
  chromiumFailed,
  FAILED_FOR_PAGE,
  firefoxAnswered,
  type ConnectionFacts,
} from '../../support/connection-builder';
import { polling } from '../../support/other-transports';

// As webpack-dev-server 5, node-red 4 and Jupyter behaved when their server was killed with SIGKILL and started anew.
const cut: ConnectionFacts = { openAt: 50, close: { at: 5_000, code: 1006 } };
const refused = chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED');
const forbidden = chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403');
const at = (startAt: number, facts: ConnectionFacts): ConnectionFacts => ({ ...facts, startAt });
const living: ConnectionFacts = { openAt: 40 };

const SOCKET_IO = 'wss://h/socket.io/?EIO=4&transport=websocket';
const unanswered = (startAt: number, documentUrl: string, isOpened = false): ConnectionFacts => {
  const { openAt, ...facts } = polling({ failure: { at: 20, status: 0 } });
  return {
    ...facts,
    ...(isOpened && { openAt: openAt ?? 0 }),
    startAt,
    more: { ...facts.more, documentUrl },
  };
};

describeChainCause(serverWentAway, {
  reports: [
    {
      when: 'while nothing listens where a connection was cut',
      facts: { attempts: [cut, at(6_000, refused), at(8_100, refused)] },
      confidence: 'likely',
      title: /^The server went away: nothing listens there now$/,
      evidence: [
        /cut without a Close frame, after 5 s/,
        /1 s later nothing listened there, and so it went once more$/,
      ],
    },
    {
      when: 'less gravely once it is back, with how long it was gone',
      facts: { attempts: [cut, at(6_000, refused), at(17_000, living)] },
      confidence: 'likely',
      severity: 'warning',
      title: /^The server went away, and was back after 12 s$/,
      aboutCount: 2,
    },
    {
      when: 'when what comes back refuses for a reason of its own',
      facts: { attempts: [cut, at(6_000, refused), at(9_000, forbidden)] },
      confidence: 'likely',
      severity: 'warning',
      title: /was back after 4 s$/,
      aboutCount: 2,
    },
    {
      when: 'behind a proxy that answers 502',
      facts: { attempts: [cut, at(6_000, firefoxAnswered(502))] },
      confidence: 'likely',
      title: /^The server behind the proxy went away: the proxy answers 502 \(Bad Gateway\) now$/,
    },
    {
      when: 'as possible behind one that answers 503, which an overload does as well',
      facts: { attempts: [cut, at(6_000, firefoxAnswered(503))] },
      confidence: 'possible',
    },
    {
      when: 'of polling that gets no answer from its own origin',
      facts: { attempts: [{ ...cut, url: SOCKET_IO }, unanswered(6_000, 'https://h/')] },
      confidence: 'likely',
      title: /^The server went away: it gives no answer now$/,
    },
  ],
  staysSilent: [
    { when: 'of one connection alone', facts: { attempts: [cut] } },
    {
      when: 'where nothing listened from the first attempt on',
      facts: { attempts: [refused, at(3_000, refused)] },
    },
    { when: 'where the next attempt opens', facts: { attempts: [cut, at(6_000, living)] } },
    { when: 'where nobody came back for long', facts: { attempts: [cut, at(120_000, refused)] } },
    {
      when: 'where the browser says nothing of the failure',
      facts: { attempts: [cut, at(6_000, FAILED_FOR_PAGE)] },
    },
    {
      when: 'after a Close frame, which says why',
      facts: { attempts: [{ openAt: 50, close: { at: 5_000, code: 1001 } }, at(6_000, refused)] },
    },
    {
      when: 'of 500, which comes from an application that is there',
      facts: { attempts: [cut, at(6_000, firefoxAnswered(500))] },
    },
    {
      when: 'of polling that had met a server',
      facts: { attempts: [{ ...cut, url: SOCKET_IO }, unanswered(6_000, 'https://h/', true)] },
    },
    {
      when: 'of polling to another origin, whose answers may be there and hidden',
      facts: { attempts: [{ ...cut, url: SOCKET_IO }, unanswered(6_000, 'https://other/')] },
    },
  ],
});
