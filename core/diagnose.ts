import type { Connection } from './capture/connection';
import type { Cause } from './causes/cause';
import { causes } from './causes/catalogue';
import { sceneOf, type Scene } from './causes/scene';
import { toFinding, type Finding } from './finding';

/**
 * Names why one connection ended. The catalogue is ordered from the most specific cause to the most general, and
 * the first `found` is the headline: its consequences (a 403 is also a 1006) are not reported a second time.
 * `cannot-tell` is the answer only where nothing was found. An empty list: nothing is wrong so far.
 */
export function diagnoseConnection(
  connection: Connection,
  scene: Scene = sceneOf(connection),
  catalogue: readonly Cause[] = causes,
): Finding[] {
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
