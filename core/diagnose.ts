import type { Connection } from './capture/connection';
import type { BesideCause } from './causes/beside-cause';
import { besideCauses } from './causes/beside-catalogue';
import type { Cause, Ruling } from './causes/cause';
import { causes } from './causes/catalogue';
import { sceneOf, type Scene } from './causes/scene';
import { toFinding, type Finding } from './finding';

/**
 * Names why one connection ended. The catalogue is ordered from the most specific cause to the most general, and
 * the first `found` is the headline: its consequences (a 403 is also a 1006) are not reported a second time.
 * `cannot-tell` is the answer only where nothing was found. What stands beside it (an error that the server told of on
 * the way) follows the headline. An empty list: nothing is wrong so far.
 */
export function diagnoseConnection(
  connection: Connection,
  scene: Scene = sceneOf(connection),
  catalogue: readonly Cause[] = causes,
  beside: readonly BesideCause[] = besideCauses,
): Finding[] {
  return [...headline(connection, scene, catalogue), ...besides(connection, scene, beside)];
}

function headline(connection: Connection, scene: Scene, catalogue: readonly Cause[]): Finding[] {
  let cannotTell: Finding | undefined;
  const failed: Finding[] = [];
  for (const cause of catalogue) {
    const finding = toFinding(cause, () => cause.diagnose(connection, scene));
    if (finding?.verdict === 'found') return [finding, ...failed];
    if (finding?.verdict === 'cannot-tell') cannotTell ??= finding;
    if (finding?.verdict === 'error') failed.push(finding);
  }
  return cannotTell ? [cannotTell, ...failed] : failed;
}

function besides(connection: Connection, scene: Scene, catalogue: readonly BesideCause[]): Finding[] {
  return catalogue.flatMap((cause) => {
    let rulings: readonly Ruling[];
    try {
      rulings = cause.diagnoseAll(connection, scene);
    } catch (problem) {
      rulings = [];
      const failed = toFinding(cause, () => {
        throw problem;
      });
      return failed === undefined ? [] : [failed];
    }
    return rulings.flatMap((ruling) => toFinding(cause, () => ruling) ?? []);
  });
}
