import { networkLost } from '../../../core/causes/network-lost';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';
import { networkChanged, online } from '../../support/lifecycle';

const CUT: ConnectionFacts = { openAt: 50, close: { at: 60_000, code: 1006 } };
const cutNear = (...surroundings: NonNullable<ConnectionFacts['more']>['surroundings'] & object) => ({
  ...CUT,
  more: { surroundings },
});

describeCause(networkLost, {
  reports: [
    {
      when: 'as likely a cut right after the browser went offline',
      facts: cutNear(online(57_000, false)),
      confidence: 'likely',
      evidence: [/went offline 3 s before the end/],
    },
    {
      when: 'as likely an end that the browser notices before it says that it is offline',
      facts: cutNear(online(64_000, false)),
      confidence: 'likely',
      evidence: [/went offline 4 s after the end/],
    },
    {
      when: 'as likely a browser that had been offline for long',
      facts: cutNear(online(20_000, false)),
      confidence: 'likely',
    },
    {
      when: 'as likely a move to another network',
      facts: cutNear(networkChanged(59_000, { connectionType: 'cellular' })),
      confidence: 'likely',
      evidence: [/changed to "cellular" 1 s before the end/],
    },
    {
      when: 'as likely a page that closes the socket when it goes offline',
      facts: {
        ...cutNear(online(57_000, false)),
        closeCall: { at: 57_100, readyState: 1 },
      },
      confidence: 'likely',
    },
  ],
  staysSilent: [
    { when: 'where nothing happened to the network', facts: CUT },
    {
      when: 'when it was online again before the end',
      facts: cutNear(online(20_000, false), online(30_000, true)),
    },
    {
      when: 'on another estimate of the speed',
      facts: cutNear(networkChanged(59_000, { effectiveType: '3g' })),
    },
    { when: 'on a change long before', facts: cutNear(networkChanged(40_000, { connectionType: 'wifi' })) },
    {
      when: 'on a close with a code',
      facts: { ...cutNear(online(59_000, false)), close: { at: 60_000, code: 1000 } },
    },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
