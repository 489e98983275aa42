import { viewOf, type ZipEntry } from "./zipEntry";

export type StatedNumbers = Pick<ZipEntry, "sizeBytes" | "packedBytes" | "headerAt">;

const inExtraField = 0xffffffff;
const wideField = 1;

/** Those that have no room in 32 bits stand in an extra field, in this order (APPNOTE.TXT 4.5.3). */
export function wideNumbers(extra: Uint8Array, stated: StatedNumbers): Partial<StatedNumbers> {
  const numbers = wideFieldOf(extra);
  if (numbers === null) return {};
  const names = (["sizeBytes", "packedBytes", "headerAt"] as const).filter(
    (name) => stated[name] === inExtraField,
  );
  const there = names.filter((_, i) => 8 * (i + 1) <= numbers.byteLength);
  return Object.fromEntries(there.map((name, i) => [name, Number(numbers.getBigUint64(8 * i, true))]));
}

/** The numbers of 64 bits among the extra fields; null where there are none. */
export function wideFieldOf(extra: Uint8Array): DataView | null {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== wideField) continue;
    return viewOf(extra.subarray(at + 4, at + 4 + view.getUint16(at + 2, true)));
  }
  return null;
}
