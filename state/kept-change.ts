import type { Keeper } from '../core/settings/keeper';
import { text } from '../locales/text';

/** Changes what is kept. @param tell a sentence when it could not be stored, undefined when it was */
export function changeKept<Value>(
  keeper: Keeper<Value>,
  to: (before: Value) => Value,
  tell: (problem: string | undefined) => void,
): void {
  keeper.change(to).then(
    () => tell(undefined),
    () => tell(text('settings.notStored')),
  );
}
