import { missingStickySession } from '../../../core/causes/missing-sticky-session';
import { describeChainCause } from '../../support/chain-table';
import { CLOSED_NORMALLY } from '../../support/connection-builder';
import { polling } from '../../support/other-transports';

const refused = (at: number, body: string) => ({
  attempts: [polling({ failure: { at, status: 400, body } })],
});
const UNKNOWN = '{"code":1,"message":"Session ID unknown"}';

describeChainCause(missingStickySession, {
  reports: [
    {
      when: 'as likely a session that is unknown at its second request',
      facts: refused(120, UNKNOWN),
      confidence: 'likely',
      evidence: [/answered 400, "Session ID unknown", 120 ms after the session began/],
    },
  ],
  staysSilent: [
    { when: 'on a session that was forgotten later', facts: refused(90_000, UNKNOWN) },
    {
      when: 'on another refusal',
      facts: refused(120, '{"code":5,"message":"Unsupported protocol version"}'),
    },
    { when: 'where there is no polling', facts: { attempts: [CLOSED_NORMALLY] } },
  ],
});
