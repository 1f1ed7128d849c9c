import { massClose } from '../../../core/causes/mass-close';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const cut = (url: string, at: number, startAt = 0): ConnectionFacts => ({
  url,
  startAt,
  openAt: 50,
  close: { at: at - startAt, code: 1006 },
});
const stays = (url: string): ConnectionFacts => ({ url, startAt: 20, openAt: 50 });
const MINE = cut('wss://a.test/mine', 60_000);

describeChainCause(massClose, {
  reports: [
    {
      when: 'as likely sockets to several hosts',
      facts: { attempts: [MINE], others: [cut('wss://b.test/', 60_900, 10)] },
      confidence: 'likely',
      title: /^2 connections to 2 hosts/,
      evidence: [/within 2 s/],
    },
    {
      when: 'as likely sockets to one host while another lived on',
      facts: {
        attempts: [MINE],
        others: [cut('wss://a.test/other', 60_400, 10), stays('wss://b.test/')],
        nowAt: 90_000,
      },
      confidence: 'likely',
      title: /to one host/,
      evidence: [/stayed open/],
    },
    {
      when: 'as possible two sockets to one host, with nothing to compare',
      facts: { attempts: [MINE], others: [cut('wss://a.test/other', 60_400, 10)] },
      confidence: 'possible',
    },
  ],
  staysSilent: [
    {
      when: 'on a cut alone',
      facts: { attempts: [MINE], others: [stays('wss://a.test/other')], nowAt: 90_000 },
    },
    { when: 'without others', facts: { attempts: [MINE] } },
    {
      when: 'on cuts that are far apart',
      facts: { attempts: [MINE], others: [cut('wss://b.test/', 70_000, 10)] },
    },
    {
      when: 'where the page closed it itself',
      facts: {
        attempts: [{ ...MINE, closeCall: { at: 59_000, readyState: 1 } }],
        others: [cut('wss://b.test/', 60_000, 10)],
      },
    },
    {
      when: 'where the server closed with a code',
      facts: {
        attempts: [{ url: 'wss://a.test/mine', openAt: 50, close: { at: 60_000, code: 1001 } }],
        others: [cut('wss://b.test/', 60_000, 10)],
      },
    },
  ],
});
