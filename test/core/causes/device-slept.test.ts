import { deviceSlept } from '../../../core/causes/device-slept';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';
import { frozen, resumed, timerGap } from '../../support/lifecycle';

const CUT: ConnectionFacts = { openAt: 50, close: { at: 600_000, code: 1006 } };
const cutNear = (...surroundings: NonNullable<ConnectionFacts['more']>['surroundings'] & object) => ({
  ...CUT,
  more: { surroundings },
});

describeCause(deviceSlept, {
  reports: [
    {
      when: 'as likely an end at the end of a sleep',
      facts: cutNear(timerGap(602_000, { actualMs: 300_000, monotonicMs: 9_000 })),
      confidence: 'likely',
      evidence: [/The machine slept: its clocks differ by 4.8 min/],
    },
    {
      when: 'as likely a visible page whose timers stood still',
      facts: cutNear(timerGap(598_000, { actualMs: 90_000, monotonicMs: 90_000 })),
      confidence: 'likely',
      evidence: [/No timer of the visible page ran for 90 s/],
    },
    {
      when: 'as likely a page that the browser had frozen',
      facts: cutNear(frozen(300_000), resumed(599_000)),
      confidence: 'likely',
      evidence: [/froze the page for 5 min/],
    },
  ],
  staysSilent: [
    { when: 'where no timer was late', facts: CUT },
    {
      when: 'on a sleep that the socket outlived',
      facts: cutNear(timerGap(400_000, { actualMs: 90_000, monotonicMs: 1_000 })),
    },
    { when: 'on a freeze that the socket outlived', facts: cutNear(frozen(100_000), resumed(300_000)) },
    {
      when: 'on a hidden page whose timers the browser may have held back',
      facts: cutNear(timerGap(598_000, { actualMs: 120_000, monotonicMs: 120_000, isHidden: true })),
    },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
