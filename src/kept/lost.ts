import type { Said } from "../words/message";

type Plain = Said | number | boolean | null | undefined | ArrayBufferView;

/** Of the kinds of a value, the one of this kind. */
type OfKind<T, Read> = T extends { readonly kind: infer Kind }
  ? Read extends { readonly kind: infer Kinds }
    ? Kind extends Kinds
      ? Read
      : never
    : never
  : Read;

/**
 * Names of fields anywhere in a T, and kinds of it, that what a schema has read of one does not have, and that would be lost without a
 * word; never where there are none.
 */
export type Lost<T, Read> = [T] extends [Plain]
  ? never
  : T extends Plain
    ? never
    : T extends readonly (infer One)[]
      ? Read extends readonly (infer Other)[]
        ? Lost<One, Other>
        : never
      : LostFields<T, OfKind<T, Exclude<Read, Plain>>>;

type LostFields<T, Read> = [Read] extends [never]
  ? T
  : { [Name in keyof T]-?: Name extends keyof Read ? Lost<T[Name], Read[Name]> : Name }[keyof T];
