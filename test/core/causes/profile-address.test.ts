import { profileAddress } from '../../../core/causes/profile-address';
import { describeBesideCause } from '../../support/beside-table';
import { v0Joined, v0Url, v1, v1Url } from '../../support/openhands/frames';

describeBesideCause(profileAddress, {
  reports: [
    {
      when: 'a position that was printed as a word',
      facts: { ...v0Joined([]), url: v0Url({ latest_event_id: 'undefined' }) },
      sign: 'address-latest-event-id-undefined',
      severity: 'info',
      evidence: [/^The address says latest_event_id=undefined$/],
    },
    {
      when: 'a key that was printed as a word',
      facts: { ...v0Joined([]), url: v0Url({ session_api_key: 'null' }) },
      sign: 'address-session-api-key-null',
      severity: 'info',
      evidence: [/^The address says session_api_key=null$/],
    },
    {
      when: 'a parameter that is not there',
      facts: { ...v0Joined([]), url: v0Url({ conversation_id: undefined }) },
      sign: 'address-no-conversation',
      severity: 'warning',
      evidence: [/conversation_id=\(missing\)/],
    },
    {
      when: 'an id of another kind, and shows no more than the path',
      facts: { ...v1([]), url: v1Url(undefined, 'task-87f5ada8-2bc8-49fe-854c-e03610507e29') },
      sign: 'address-task-id',
      severity: 'warning',
      evidence: [/^The address says \/sockets\/events\/task-[0-9a-f-]{36}$/],
    },
  ],
  staysSilent: [
    { when: 'on an address that is as it should be', facts: v0Joined([]) },
    {
      when: 'at an address that no profile knows',
      facts: { url: 'wss://example.test/chat?session_api_key=null' },
    },
  ],
});
