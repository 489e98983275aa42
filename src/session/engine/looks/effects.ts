/** How much each unit has to do with one answer of the sequence on show. */
import type { UnitEffects } from "../../protocol";
import { lookOf } from "./look";

export const effects = lookOf<UnitEffects>({
  training: "goesOn",
  async *slices({ live, about }) {
    if (about) yield await live.effects(about);
  },
  looked: (value, running) => ({ type: "looked", look: "effects", value, running }),
});
