import { parseEvent } from '../../../core/capture/parse-event';
import type { HangupEvent } from '../../../core/capture/event';
import { reportOn } from '../../../core/report';
import { toText } from '../../../core/report-text';
import { toStored } from '../../../core/bundle/stored-event';
import { plantSecrets } from '../../support/planted-secrets';
import { sampleEvents } from '../../support/sample-session';
import { createChance, type Chance } from '../chance';
import { stringsOfTests } from '../samples';
import { textOf, type Input, type Target } from '../target';

const isRare = ({ type }: HangupEvent, index: number): boolean => type !== 'message' || index % 25 === 0;
const real = [...sampleEvents(), ...plantSecrets(3).events].filter(isRare);
const NUMBERS = [
  0,
  1,
  -1,
  2 ** 31,
  2 ** 53 - 1,
  1_780_000_000_000,
  1000,
  1006,
  1012,
  4401,
  101,
  403,
  503,
  0.5,
  -1e300,
  1e300,
];

/** A real event of which a field or two says something else. */
function lie(event: HangupEvent, words: string, chance: Chance): HangupEvent | undefined {
  const fields = Object.entries(toStored(event)).map(([name, value]): [string, unknown] => {
    if (name === 'type' || name === 'source' || chance.below(4) !== 0) return [name, value];
    if (typeof value === 'number') return [name, chance.pick(NUMBERS, 0)];
    if (typeof value === 'boolean') return [name, !value];
    if (typeof value === 'string') return [name, words.slice(0, chance.below(200))];
    return [name, value];
  });
  const parsed = parseEvent(event.streamId, Object.fromEntries(fields));
  return parsed.ok ? parsed.value : undefined;
}

function diagnose(input: Input): string | undefined {
  const chance = createChance(input.pick);
  const words = textOf(input);
  const events = Array.from({ length: 1 + chance.below(40) }, () => chance.pick(real, real[0]))
    .map((event) => (event === undefined ? undefined : lie(event, words, chance)))
    .filter((event) => event !== undefined);
  const report = reportOn(events);
  toText(report);
  const failed = [...report.connections, ...report.chains].flatMap(({ findings }) =>
    findings.filter(({ verdict }) => verdict === 'error'),
  );
  if (failed.length > 0) return `the rule of ${failed.map(({ cause }) => cause).join(', ')} fails`;
  return report.connections.length > events.length ? 'more connections than events' : undefined;
}

/** Captures whose events lie, come in any order and many times over, as far as the report on them. */
export const captures: Target = {
  name: 'captures',
  share: 2,
  samples: stringsOfTests('test/core/protocols/'),
  run: diagnose,
};
