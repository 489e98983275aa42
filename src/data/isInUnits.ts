import type { ExampleAnswer } from "./examples";

/** How the numbers of a network and those of its data belong together, as far as data as a whole say. */
export interface Scaled {
  readonly answer: ExampleAnswer;
  /** Each series has a shift and a scale of its own. */
  readonly hasOwnScales?: boolean | undefined;
}

/** Whether one shift and one scale for each number are all that lies between what a network reads and answers and the data's units. */
export function isInUnits({ answer, hasOwnScales }: Scaled): boolean {
  if (hasOwnScales) return false;
  const forms = answer.kind === "numbers" ? (answer.forecast?.transform?.columns ?? []) : [];
  return forms.every(({ form }) => form === "value");
}
