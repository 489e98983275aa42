import type { Quantity } from "../data/examples";
import { sameSaid } from "../words/message";

export const sameQuantities = (a: readonly Quantity[], b: readonly Quantity[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ name, unit, shift, scale }, i) =>
      sameSaid(name, b[i].name) && unit === b[i].unit && shift === b[i].shift && scale === b[i].scale,
  );
