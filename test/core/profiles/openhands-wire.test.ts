import { describe, expect, it } from 'vitest';
import { diagnoseConnection } from '../../../core/diagnose';
import { diagnoseChain } from '../../../core/diagnose-chain';
import type { Finding } from '../../../core/finding';
import { openhands } from '../../../core/profiles/openhands';
import { parseProfile } from '../../../core/profiles/parse-profile';
import { buildChainView } from '../../support/chain-table';
import { buildConnection } from '../../support/connection-builder';
import type { WireRow } from '../../support/openhands/wire-row';
import { wireRows } from '../../support/openhands/wire-rows';
import { foundInPage, v0PageRows, v1PageRows } from '../../support/openhands-pages/page-rows';

const ofConnections = wireRows.filter((row) => 'facts' in row);
const ofChains = wireRows.filter((row) => 'chain' in row);

describe('what OpenHands does on the wire', () => {
  it.each(ofConnections)('$id is told for what it is: $when', ({ facts, finds }) => {
    const findings = diagnoseConnection(buildConnection(facts));
    expect(findings.map(toWords)).toEqual(finds);
  });

  it.each(ofChains)('$id is told of all attempts together: $when', ({ chain, finds }) => {
    const findings = diagnoseChain(buildChainView(chain));
    expect(findings.map(toWords)).toEqual(finds);
  });

  it('has a row for every sign of the profile', () => {
    const seen = new Set(wireRows.flatMap((row: WireRow) => row.finds.map((words) => words.split(': ')[1])));
    expect(openhands.signs.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe('what is brought about in a page', () => {
  const pageRows = [...v0PageRows, ...v1PageRows];

  it.each(pageRows)('$id, $sign has its row here too', (pageRow) => {
    const rows = wireRows.filter(({ id }) => id === pageRow.id);
    expect(rows.flatMap(({ finds }) => finds)).toContain(foundInPage(pageRow));
  });

  it('is more than a sample', () => {
    expect(new Set(pageRows.map(({ id }) => id)).size).toBeGreaterThanOrEqual(25);
  });
});

describe('the profile of OpenHands', () => {
  it('is the same data that a profile of anybody is', () => {
    expect(parseProfile(JSON.parse(JSON.stringify(openhands)))).toEqual({ ok: true, value: openhands });
  });
});

function toWords({ cause, sign }: Finding): string {
  return sign === undefined ? cause : `${cause}: ${sign.replace('openhands/', '')}`;
}
