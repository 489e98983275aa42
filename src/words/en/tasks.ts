/** Tasks that test memory. What each needs is held to the registry by its type. */
import type { MemoryTaskName, ParameterName } from "../../data/tasks/taskNames";
import { count, counted, decimal, quoted } from "./phrases";

interface TaskWords<Parameter extends string> {
  readonly title: string;
  /** What is read and what is asked. */
  readonly description: string;
  /** What it shows about gates. */
  readonly shows: string;
  /** By the parameter's name. */
  readonly parameters: Readonly<Record<Parameter, { readonly label: string; readonly hint: string }>>;
}

const nextValues = {
  label: "Forecast horizon",
  hint: "How many of the next values to predict at every step.",
};

const byName = {
  copy: {
    title: "Copy",
    description:
      "Some symbols are read, then nothing for a while, then a sign to recall. While that sign is read, the symbols are to be given back in order.",
    shows:
      "Whether the update gate can stay near 1 and keep the state: every symbol has to be written into it, kept unharmed through the delay, and read out in its turn.",
    parameters: {
      symbols: { label: "Symbols to copy", hint: "How many to remember at once." },
      alphabet: { label: "Alphabet", hint: "How many different symbols there are." },
      delay: { label: "Delay", hint: "Steps between the last symbol and the sign to recall." },
    },
  },
  adding: {
    title: "Adding",
    description:
      "At every step a number from 0 to 1 is read; a few of them are marked. After the last step, the answer is the sum of the marked numbers.",
    shows:
      "Writing only what is marked: reset and update gates have to let the marked numbers in and keep all others out, over the whole sequence.",
    parameters: {
      steps: {
        label: "Steps",
        hint: "Numbers in a sequence. The first mark is in the first half, so it has to be kept about that long.",
      },
      terms: { label: "Marked numbers", hint: "How many numbers to add." },
    },
  },
  temporalOrder: {
    title: "Temporal order",
    description:
      "Among many symbols that mean nothing there are a few X and Y. After the last step, the answer is their order: XX, XY, YX or YY.",
    shows:
      "Memory of what came when: the second X or Y has to be stored beside the first without overwriting it, and everything in between ignored.",
    parameters: {
      steps: { label: "Steps", hint: "Symbols in the longest sequence; the shortest has a tenth less." },
      relevant: {
        label: "Symbols that matter",
        hint: "How many X and Y there are; each doubles the number of classes.",
      },
    },
  },
  parity: {
    title: "Parity",
    description:
      "At every step a 0 or 1 is read. At every step, the answer is whether the number of ones so far is even or odd.",
    shows:
      "A state that is switched, not filled: each 1 has to flip it and each 0 has to leave it, so one mistake spoils all that follows.",
    parameters: {
      steps: { label: "Bits", hint: "How long the count has to be kept right." },
      modulus: {
        label: "Modulus",
        hint: "2 asks for even or odd, 3 for the remainder of the count divided by 3, and so on.",
      },
    },
  },
  dyck: {
    title: "Brackets (Dyck-k)",
    description:
      "Brackets of several kinds open and close, always balanced. At every step, the answer is which bracket may close next, if any.",
    shows:
      "Whether gates can act as a stack: what an opening bracket writes has to be there again, unchanged, when everything inside it is closed.",
    parameters: {
      pairs: { label: "Pairs", hint: "Pairs of brackets in a word, which is twice as long." },
      kinds: { label: "Kinds of brackets", hint: "k, the number of different brackets." },
      depth: {
        label: "Greatest depth",
        hint: "How many brackets may be open at once, all of which have to be remembered.",
      },
    },
  },
  echo: {
    title: "Delayed echo",
    description:
      "At every step a random symbol is read. At every step, the answer is the symbol of a fixed number of steps ago.",
    shows:
      "A queue: the state holds as many symbols as the delay is long, and each step writes one, moves all and reads one. Gates have to work at every step; none can simply stay near 1 and keep the state.",
    parameters: {
      delay: {
        label: "Delay",
        hint: "After how many steps a symbol is asked for, and how many to remember at once.",
      },
      echoed: {
        label: "Symbols asked",
        hint: "Steps after the delay; a sequence has as many as both together.",
      },
      alphabet: { label: "Alphabet", hint: "How many different symbols there are." },
    },
  },
  reber: {
    title: "Reber grammar",
    description:
      "Strings of a small artificial grammar, wrapped so that the last symbol but one repeats the second. At every step, the next symbol is to be predicted, as far as that is possible.",
    shows:
      "Short and long memory side by side: a few units follow the grammar step by step, while the gates of others keep T or P for as long as the inner string lasts.",
    parameters: {
      embeddings: {
        label: "Embeddings",
        hint: "How often the string is wrapped; each time adds one symbol to keep to the end.",
      },
      longest: {
        label: "Longest inner string",
        hint: "Symbols in the longest inner string; the shortest has 5.",
      },
    },
  },
  mackeyGlass: {
    title: "Mackey–Glass series",
    description:
      "A chaotic series that nearly repeats itself, from an equation in which the past acts after a delay. At every step, the next values are to be predicted.",
    shows:
      "Memory of a whole stretch: how the series goes on depends on all values within the last delay, so units have to hold values of different ages.",
    parameters: {
      steps: { label: "Steps", hint: "Values in a sequence; one is read every 6 units of time." },
      delay: {
        label: "Delay τ",
        hint: "In units of time. Up to 16 the series repeats itself; from 17 on it is chaotic, the more so the longer the delay.",
      },
      horizon: nextValues,
    },
  },
  sineMixture: {
    title: "Sine mixtures",
    description:
      "The sum of a few sine waves whose frequencies, phases and amplitudes are new in every sequence. At every step, the next values are to be predicted.",
    shows:
      "Learning within a sequence: the weights know sines, but which ones these are has to be found out from the first steps and kept in the state.",
    parameters: {
      steps: { label: "Steps", hint: "Values in a sequence; a wave takes 11 to 31 steps." },
      waves: { label: "Waves", hint: "How many sines are added; each has three unknowns." },
      horizon: nextValues,
    },
  },
  denoise: {
    title: "Noisy sine",
    description:
      "A sine wave of unknown frequency and phase is read with noise on it. At every step, the answer is the value without the noise.",
    shows:
      "Gates as filters: a state that follows slowly averages the noise away, but has to turn with the wave. The update gate learns how far to trust each new value.",
    parameters: {
      steps: { label: "Steps", hint: "Values in a sequence; a wave takes 11 to 31 steps." },
      noise: { label: "Noise", hint: "Standard deviation of the noise; the wave goes from −1 to 1." },
    },
  },
} satisfies { readonly [Name in MemoryTaskName]: TaskWords<ParameterName<Name>> };

export const tasks = {
  dialog: "Memory tasks",
  task: "Task",
  cancel: "Cancel",
  use: "Use this task",
  byName,
  /** Of the data that a task makes. */
  title: ({ task }: { readonly task: keyof typeof byName }): string => byName[task].title,
  /** Of one of the task's parameters. */
  label: ({
    task,
    parameter,
  }: {
    readonly task: keyof typeof byName;
    readonly parameter: string;
  }): string => {
    const parameters: Readonly<Record<string, { readonly label: string } | undefined>> =
      byName[task].parameters;
    return parameters[parameter]?.label ?? parameter;
  },
  showsTitle: "What it shows.",
  outOfRange: "Once all numbers are within their ranges, the losses to compare with stand here.",
  from: "From:",
  newTab: "(in a new tab)",
  withoutMemory: "Loss without memory",
  perfectMemory: "Loss with a perfect memory",
  notKnown: "not known",
  loss: ({ loss, kind }: { readonly loss: number; readonly kind: "class" | "numbers" }): string => {
    if (loss === 0) return "0";
    return kind === "class" ? `${decimal(loss)}\u00a0nats` : `${decimal(loss)}\u00a0(squared error)`;
  },
  /** Under a field. */
  range: ({
    hint,
    min,
    max,
  }: {
    readonly hint: string;
    readonly min: number;
    readonly max: number;
  }): string => `${hint} From ${min} to ${max}.`,
  parameter: ({ label, value }: { readonly label: string; readonly value: number }): string =>
    `${label} ${value}`,
  parameters: ({ parameters }: { readonly parameters: readonly string[] }): string => parameters.join(" · "),
  /** @param units of each layer, of which there may be several */
  suggestion: ({
    units,
    steps,
    varies,
    batch,
    learningRate,
  }: {
    readonly units: readonly number[];
    readonly steps: number;
    readonly varies: boolean;
    readonly batch: number;
    readonly learningRate: number;
  }): string =>
    `Begins with ${units.join(" + ")} hidden units, sequences of ${varies ? "up to " : ""}${counted(steps, "step")}, batches of ${count(batch)} and a learning rate of ${learningRate}.`,

  /** Why the loss without memory is what it is: one for each task, by its name. */
  // What is read and answered.
  /** The answer where no bracket is open. */
  noBracket: "none",
  noisy: "noisy",
  clean: "clean",
  number: "number",
  mark: "mark",
  sum: "sum",

  whyCopy: ({ symbols, alphabet }: { readonly symbols: number; readonly alphabet: number }): string =>
    `The sign to recall says when to answer, but each of ${counted(symbols, "answer")} can only be guessed among ${counted(alphabet, "symbol")}; the other steps are certain.`,
  whyAdding: ({ terms }: { readonly terms: number }): string =>
    `The best answer is the mean of the sum, ${terms / 2}; its variance is ${count(terms)} times that of a number from 0 to 1, which is 1/12.`,
  whyTemporalOrder: ({ orders }: { readonly orders: number }): string =>
    `The last symbol is always B, so the order has to be guessed among ${count(orders)} equally frequent ones.`,
  whyParity: ({ modulus }: { readonly modulus: number }): string =>
    modulus === 2
      ? "The bit that is read tells the answer at the first step only; from then on even and odd are equally likely, whatever it is."
      : "The bit that is read tells the answer at the first step only, and a little at the next few; later every remainder is equally likely.",
  whyDyck:
    "An opening bracket says what may close it, but after a closing one it can only be guessed whether something is still open, and of which kind.",
  whyEcho: ({ delay, alphabet }: { readonly delay: number; readonly alphabet: number }): string =>
    `The symbol that is read says nothing of the one ${counted(delay, "step")} before: it has to be guessed among ${counted(alphabet, "symbol")}, and so does whether the echo has begun.`,
  whyReber:
    "Most symbols stand in several places of the grammar, and only the one that was read is known: all that can be predicted is how often each symbol follows it.",
  whyMackeyGlass:
    "One value does not tell whether the series rises or falls. The best forecast from it alone, the mean of what followed similar values, was measured on a long series.",
  whySineMixture:
    "One value does not tell whether the waves rise or fall, nor how fast. The best forecast from it alone is a fraction of the value itself; for the next value, that fraction is the mean cosine of the frequencies.",
  whyDenoise:
    "From one noisy value, the best estimate is the mean of all points of the wave that it may have come from, each weighted by the probability of the noise in between.",

  notAllowed: ({
    task,
    label,
    integer,
    min,
    max,
  }: {
    readonly task: string;
    readonly label: string;
    readonly integer: boolean;
    readonly min: number;
    readonly max: number;
  }): string =>
    `${task}: ${quoted(label)} has to be a ${integer ? "whole number" : "number"} from ${min} to ${max}.`,
};
