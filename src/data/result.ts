/** What reading input gives: the value, or a whole sentence that says what is wrong, where, and what to do. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(problem: string): Result<never> {
  return { ok: false, problem };
}
