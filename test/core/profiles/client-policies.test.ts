import { describe, expect, it } from 'vitest';
import { clientPoliciesOf } from '../../../core/profiles/client-policies';
import { openhands } from '../../../core/profiles/openhands';
import { waitWindow } from '../../../core/reconnect/wait-window';
import { buildConnection } from '../../support/connection-builder';
import { v0, v1 } from '../../support/openhands/frames';

describe('clientPoliciesOf', () => {
  it('knows that V1 comes back every 3 s for ever, however often it failed', () => {
    const [policy] = clientPoliciesOf(buildConnection(v1([])), [openhands]);
    expect(policy?.client).toBe('the OpenHands page (every 3 s)');
    for (const retry of [1, 2, 1_000])
      expect(policy && waitWindow(policy, retry)).toEqual({ fromMs: 3_000, toMs: 3_000 });
  });

  it('keeps both ends of a wait that varies', () => {
    const [policy] = clientPoliciesOf(buildConnection(v0([])), [openhands]);
    const window = policy && waitWindow(policy, 1);
    expect(window?.fromMs).toBeCloseTo(500);
    expect(window?.toMs).toBeCloseTo(5_000);
  });

  it('takes a client without a wait for one that does not come back', () => {
    const clients =
      openhands.clients?.map(({ name, address, retries }) => ({ name, address, retries })) ?? [];
    const [policy] = clientPoliciesOf(buildConnection(v1([])), [{ ...openhands, clients }]);
    expect(policy && waitWindow(policy, 1)).toBeUndefined();
  });

  it('says nothing of an address that no profile knows', () => {
    expect(clientPoliciesOf(buildConnection({}), [openhands])).toEqual([]);
  });
});
