import type { ExampleAnswer, ExampleInput, Quantity } from "../data/examples";
import type { Say } from "../words/message";
import type { Meaning, Scaling } from "./network";

/** What data says of the numbers of a network that reads and answers it, in the language that `say` has. */
export function meaningOf(input: ExampleInput, answer: ExampleAnswer, say: Say): Meaning {
  const scaling = ({ name, unit, shift, scale }: Quantity): Scaling => ({
    name: say(name),
    unit,
    shift,
    scale,
  });
  return {
    vocabulary: input.kind === "symbols" ? input.symbols : [],
    features: input.kind === "features" ? input.features.map(scaling) : [],
    labels: answer.kind === "class" ? answer.labels.map(say) : [],
    outputs: answer.kind === "numbers" ? answer.outputs.map(scaling) : [],
  };
}
