/** Equations with numbers in them. */
import { formatValue } from "../stage/format";
import type { CellNumbers } from "./cellNumbers";

/**
 * `z = σ({inputZ} + {hiddenZ}) = {z}` with the nodes' numbers, as people write them: `0.412 − 1.003` and not `0.412 + −1.003`, and
 * a negative factor in brackets.
 */
export const formula =
  (template: string) =>
  ({ of }: CellNumbers): string =>
    template.replace(/([+−·] )?\{(\w+)\}/g, (_, sign: string | undefined, id: string) =>
      signed(sign, of[id] ?? null),
    );

function signed(sign: string | undefined, value: number | null): string {
  if (sign === undefined || value === null || value >= 0) return `${sign ?? ""}${formatValue(value)}`;
  if (sign === "· ") return `· (${formatValue(value)})`;
  return `${sign === "+ " ? "−" : "+"} ${formatValue(-value)}`;
}
