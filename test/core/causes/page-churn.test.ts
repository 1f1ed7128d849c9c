import { pageChurn } from '../../../core/causes/page-churn';
import { each } from '../../support/chain-facts';
import { describeChainCause } from '../../support/chain-table';
import { START_MS, type ConnectionFacts } from '../../support/connection-builder';

const closedByPage = (messagesOut: number): ConnectionFacts => ({
  openAt: 50,
  closeCall: { at: 800, readyState: 1, code: 1000 },
  close: { at: 850, code: 1000 },
  more: {
    traffic: {
      streamId: 'page:1',
      socketId: 0,
      source: 'page-hook',
      type: 'socket-traffic',
      seq: 9_000,
      timeMs: START_MS + 850,
      messagesIn: 3,
      bytesIn: 300,
      messagesOut,
      bytesOut: 10 * messagesOut,
    },
  },
});

describeChainCause(pageChurn, {
  reports: [
    {
      when: 'three sockets that the page closed unused',
      facts: { attempts: each(closedByPage(0), 3, 2_000) },
      evidence: [/closed it after 800 ms, and had sent nothing/],
    },
  ],
  staysSilent: [
    { when: 'on two', facts: { attempts: each(closedByPage(0), 2, 2_000) } },
    { when: 'when they were used', facts: { attempts: each(closedByPage(2), 3, 2_000) } },
    {
      when: 'where nobody counted the messages',
      facts: { attempts: each({ ...closedByPage(0), more: {} }, 3, 2_000) },
    },
    {
      when: 'when the server closed them',
      facts: { attempts: each({ openAt: 50, close: { at: 900, code: 1000 } }, 3, 2_000) },
    },
  ],
});
