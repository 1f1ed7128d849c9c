import { idleTimeout } from '../../../core/causes/idle-timeout';
import { cutAfter } from '../../support/chain-facts';
import { describeChainCause } from '../../support/chain-table';
import { online } from '../../support/lifecycle';

const talk = [
  { at: 1_000, direction: 'in', text: 'hi' },
  { at: 40_000, direction: 'out', text: 'still here?' },
] as const;

describeChainCause(idleTimeout, {
  reports: [
    {
      when: 'as likely two ends after the same silence and different lives',
      facts: { attempts: [cutAfter(0, 100_000, 60_100), cutAfter(120_000, 200_000, 59_800)] },
      confidence: 'likely',
      title: /^It ended 2 times after 59.8 s in which nothing had been said/,
      evidence: [/for 60.1 s/, /for 59.8 s/],
      next: /^60 s is the default of nginx/m,
    },
    {
      when: "as likely the server's silence alone, which nginx counts",
      facts: {
        attempts: [
          cutAfter(0, 61_000, 60_000, { messages: talk }),
          cutAfter(120_000, 90_000, 0, {
            messages: [...talk.map((one) => ({ ...one, at: one.at + 29_000 }))],
          }),
        ],
      },
      confidence: 'likely',
      title: /nothing had come from the server/,
    },
    {
      when: 'as possible where a longest lifetime would look the same',
      facts: { attempts: [cutAfter(0, 61_000, 60_000), cutAfter(120_000, 61_000, 60_000)] },
      confidence: 'possible',
    },
  ],
  staysSilent: [
    { when: 'on one end', facts: { attempts: [cutAfter(0, 100_000, 60_000)] } },
    {
      when: 'on ends after different silences',
      facts: { attempts: [cutAfter(0, 100_000, 60_000), cutAfter(120_000, 200_000, 30_000)] },
    },
    {
      when: 'when it had been silent for longer and lived',
      facts: {
        attempts: [0, 300_000].map((startAt) =>
          cutAfter(startAt, startAt === 0 ? 200_000 : 250_000, 30_000, {
            messages: [
              { at: 100, direction: 'in', text: 'a' },
              { at: startAt === 0 ? 170_000 : 220_000, direction: 'in', text: 'b' },
            ],
          }),
        ),
      },
    },
    {
      when: 'on silences too short for a time-out',
      facts: { attempts: [cutAfter(0, 100_000, 2_000), cutAfter(120_000, 200_000, 2_000)] },
    },
    {
      when: 'where the network of the client was gone',
      facts: {
        attempts: [
          cutAfter(0, 100_000, 60_000, { more: { surroundings: [online(99_000, false)] } }),
          cutAfter(120_000, 200_000, 60_000, { more: { surroundings: [online(319_000, false)] } }),
        ],
      },
    },
  ],
});
