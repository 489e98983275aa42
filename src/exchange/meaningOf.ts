import type { ExampleInput, Quantity } from "../data/examples";
import { isInUnits, type Scaled } from "../data/isInUnits";
import type { Say } from "../words/message";
import type { Meaning, Scaling } from "./network";

interface Answered extends Scaled {
  readonly input: ExampleInput;
}

/**
 * What data says of the numbers of a network that reads and answers it, in the language that `say` has. Where a shift and a scale
 * do not make values of them, nothing is said of numbers: it would be taken for all that there is to undo.
 */
export function meaningOf({ input, answer, hasOwnScales }: Answered, say: Say): Meaning {
  const scaling = ({ name, unit, shift, scale }: Quantity): Scaling => ({
    name: say(name),
    unit,
    shift,
    scale,
  });
  const isPlain = isInUnits({ answer, hasOwnScales });
  return {
    vocabulary: input.kind === "symbols" ? input.symbols : [],
    features: isPlain && input.kind === "features" ? input.features.map(scaling) : [],
    labels: answer.kind === "class" ? answer.labels.map(say) : [],
    outputs: isPlain && answer.kind === "numbers" ? answer.outputs.map(scaling) : [],
  };
}
