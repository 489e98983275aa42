/** Which inputs the answers depend on. */
import { counted, count as countText, decimal } from "./phrases";

const calendar = {
  hourOfDay: "hour of the day",
  dayOfWeek: "day of the week",
  dayOfYear: "day of the year",
  month: "month",
};

export const importance = {
  title: "Which inputs matter",
  measure: "Measure",
  again: "Measure again",
  stop: "Stop",
  measuring: "Exchanging inputs between held-out examples",
  about:
    "Permutation importance: one input of each held-out example is replaced by that of another, all its steps together, and the loss is measured again. The more it rises, the more the answers depend on that input.",
  chart: "Rise of the loss without each input",
  bar: "rise of the loss",
  range: "95\u00a0% range",
  input: "input",
  from: "from",
  to: "to",
  calendar: ({ feature }: { readonly feature: keyof typeof calendar }): string => calendar[feature],
  /** @param isClass whether the loss is a cross-entropy, else a squared error of scaled numbers */
  measured: ({
    step,
    examples,
    repeats,
    loss,
    isClass,
  }: {
    readonly step: number;
    readonly examples: number;
    readonly repeats: number;
    readonly loss: number;
    readonly isClass: boolean;
  }): string =>
    `At step ${countText(step)}, on ${counted(examples, "held-out example")}, ${repeats} times each. With all inputs the loss is ${decimal(loss)} ${isClass ? "nats" : "(squared error, scaled)"}.`,
  unclear: ({ names }: { readonly names: string }): string =>
    `No different from chance, as far as these examples tell: ${names}.`,
  correlated: ({ a, b, r }: { readonly a: string; readonly b: string; readonly r: number }): string =>
    `${a} and ${b} go together (correlation ${decimal(r)}). What one tells the other tells as well, so each may matter more than its bar says.`,
};
