/** What may fail in an expected way returns this; `problem` is one sentence for a person, saying what to do. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string };

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failure(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
