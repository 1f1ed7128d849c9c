import { profileSilence } from '../../../core/causes/profile-silence';
import { describeBesideCause } from '../../support/beside-table';
import { agentState, ohEvent, received, v0Joined } from '../../support/openhands/frames';

const RUNNING = agentState(1_000, 7, 'running');
const PINGS = [25_000, 50_000, 75_000, 100_000, 125_000].map((at) => received(at, '2'));

describeBesideCause(profileSilence, {
  reports: [
    {
      when: 'nothing but heartbeats since the agent runs',
      facts: v0Joined([RUNNING, ...PINGS]),
      sign: 'g-02-session-dead',
      confidence: 'possible',
      severity: 'warning',
      evidence: [/"agent_state":"running"/, /Only heartbeats came in the 2.1 min that followed/],
    },
  ],
  staysSilent: [
    { when: 'before two minutes have passed', facts: v0Joined([RUNNING, ...PINGS.slice(0, 3)]) },
    {
      when: 'when something of its work came',
      facts: v0Joined([RUNNING, ohEvent(2_000, { id: 8, source: 'agent', action: 'run' }), ...PINGS]),
    },
    {
      when: 'when the agent waits for its user',
      facts: v0Joined([agentState(1_000, 7, 'finished'), ...PINGS]),
    },
    {
      when: 'once it has ended',
      facts: v0Joined([RUNNING, ...PINGS], { close: { at: 126_000, code: 1006 } }),
    },
    {
      when: 'where messages were not kept',
      facts: v0Joined([RUNNING, ...PINGS], { more: { missingMessages: 1 } }),
    },
  ],
});
