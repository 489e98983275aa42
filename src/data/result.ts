import type { Said } from "../words/message";

/** What reading input gives: the value, or what says what is wrong, where, and what to do. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Said };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(problem: Said): Result<never> {
  return { ok: false, problem };
}
