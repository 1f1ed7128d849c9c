import { profileDisconnect } from '../../../core/causes/profile-disconnect';
import { describeCause } from '../../support/cause-table';
import { LET_IN, received, sent, v0Joined } from '../../support/openhands/frames';

const TIDIED = { closeCall: { at: 2_005, readyState: 1 }, close: { at: 2_020, code: 1005 } } as const;

describeCause(profileDisconnect, {
  reports: [
    {
      when: 'a DISCONNECT of the server, whatever close code follows',
      facts: v0Joined([received(2_000, '41')], TIDIED),
      severity: 'warning',
      title: /put the client out/,
      evidence: [/DISCONNECT: the server ends it/, /close code 1005/],
    },
    {
      when: 'a DISCONNECT while the client has not closed yet',
      facts: v0Joined([received(2_000, '41')]),
      severity: 'warning',
    },
    {
      when: 'a packet that breaks the protocol and says why',
      facts: v0Joined([received(2_000, '41{"message":"invalid_session_api_key"}')], TIDIED),
      title: /let the client in and refused it in the same moment/,
      evidence: [/The server sent 41\{"message":"invalid_session_api_key"\}/],
    },
  ],
  staysSilent: [
    { when: 'while nobody ended anything', facts: v0Joined([]) },
    { when: 'on a DISCONNECT of the client', facts: v0Joined([sent(2_000, '41')], TIDIED) },
    {
      when: 'when the client came back in over the same connection',
      facts: v0Joined([received(2_000, '41'), sent(2_100, '40'), { ...LET_IN, at: 2_200 }]),
    },
    {
      when: 'on the end of Engine.IO',
      facts: v0Joined([received(2_000, '1')], { close: { at: 2_010, code: 1005 } }),
    },
    { when: 'on another packet that cannot be read', facts: v0Joined([received(2_000, '49')]) },
  ],
});
