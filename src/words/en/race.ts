/** Runs that race: what is asked of a race, what becomes of it, and who has won. */
import { nbsp } from "../formats";
import { bytes, count, counted, decimal, quoted, share } from "./phrases";

/** What is held out; the last part of a text is what validates. */
const heldOutSets = { test: "test set", validation: "validation set" };

/** At the beginning of a sentence. */
const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

type HeldOutPair = {
  readonly name: string;
  readonly other: string;
  readonly part: keyof typeof heldOutSets;
};

export const race = {
  title: "Race",
  // Where it is asked for.
  begin: "Race…",
  /** Where there is one that could go on. */
  beginOrGoOn: "Race… (one is paused)",
  show: "Show the race",
  raceThese: "Race these settings…",
  /** @param batches whether the runs have the same ones in the same order */
  about: ({ batches }: { readonly batches: boolean }): string =>
    `Runs on the data of the run on the stage${batches ? ", with the same batches in the same order" : ""}. They train in turns; the run on the stage rests and stays as it is.`,
  vary: "What differs",
  values: "Values",
  valuesHint: "Separated by commas, as 16, 32, 64.",
  sizesHint: "Separated by commas, as 16, 32, 64; layers joined by a plus sign, as 32 + 32.",
  seeds: "Seeds per value",
  seedsHint: "The same seeds for every value: with two or more, the result is a mean with its spread.",
  match: "Alike",
  matches: { units: "Hidden units", parameters: "Parameters", time: "Training time" },
  /** Where hidden units are what differs. */
  otherSettings: "Other settings",
  otherSettingsHint: "All other settings are the same.",
  matchHints: {
    units: "All other settings are the same, the number of hidden units as well.",
    parameters:
      "Hidden units are chosen so that all runs have about as many parameters as the run on the stage.",
    time: "Each run trains for the same time, whatever number of steps it gets to.",
  },
  steps: "Training steps per run",
  secondsEach: "Seconds of training per run",
  plan: "The runs",
  variant: "Value",
  units: "Hidden units",
  parameters: "Parameters",
  /** @param spread (most − fewest) / fewest */
  matched: ({ spread }: { readonly spread: number }): string =>
    `The numbers of parameters lie within ${share(spread)} of each other.`,
  unmatched: ({ spread, tolerance }: { readonly spread: number; readonly tolerance: number }): string =>
    `The numbers of parameters differ by up to ${share(spread)}: with whole numbers of units between the least and the most allowed, ${share(tolerance)} cannot be reached.`,
  guess: "Who will win? (optional)",
  noGuess: "No guess",
  start: "Start the race",
  // Why there is none.
  tooFew: "A race needs two runs: choose another value, or more seeds.",
  tooMany: ({ most }: { readonly most: number }): string =>
    `A race has ${count(most)} runs at most: choose fewer values or seeds.`,
  alike: "Two of these runs would be the same: choose other values.",
  noData: "There is no run on the stage whose data could be raced on.",
  tooLarge: ({
    runs,
    needed,
    limit,
  }: {
    readonly runs: number;
    readonly needed: number;
    readonly limit: number;
  }): string =>
    `These ${counted(runs, "run")} need ${bytes(needed)} together, and the limit is ${bytes(limit)}. Choose fewer runs, smaller batches or fewer units.`,
  // While it goes on.
  starting: "The runs are being prepared…",
  underWay: "The race is under way.",
  paused: "The race is paused.",
  keptPaused: "The race is paused where it was kept. “Go on” trains its runs on from there.",
  pause: "Pause the race",
  goOn: "Go on",
  end: "End the race",
  another: "Another race",
  runs: "Runs of the race",
  /** @param of how many it has to go; null where it goes by time */
  trains: ({ step, of }: { readonly step: number; readonly of: number | null }): string =>
    of === null ? `step${nbsp}${count(step)}` : `step${nbsp}${count(step)} of ${count(of)}`,
  stoppedEarly: ({ step }: { readonly step: number }): string =>
    `stopped early, best at step${nbsp}${count(step)}`,
  measuring: "being measured",
  stop: ({ name }: { readonly name: string }): string => `Stop ${quoted(name)}`,
  wasStopped: ({ step }: { readonly step: number }): string => `stopped at step${nbsp}${count(step)}`,
  open: ({ name }: { readonly name: string }): string => `Open ${quoted(name)}`,
  openIt: "Open",
  stopIt: "Stop",
  /** @param value of what differs */
  seedOf: ({ value, seed }: { readonly value: string; readonly seed: number }): string =>
    `${value}, seed${nbsp}${seed}`,
  onlySeed: ({ seed }: { readonly seed: number }): string => `seed${nbsp}${seed}`,
  // Those that are kept.
  earlier: "Earlier races",
  isPaused: "paused",
  isAtEnd: "over",
  isElsewhere: "under way in another tab",
  showIt: "Show",
  showNamed: ({ name }: { readonly name: string }): string => `Show the race of ${quoted(name)}`,
  forget: ({ name }: { readonly name: string }): string =>
    `Delete the race of ${quoted(name)}; its runs stay`,
  unread: ({ why }: { readonly why: string }): string => `A kept race cannot be read here. ${why}`,
  notOpened: ({ why }: { readonly why: string }): string => `The race could not be shown. ${why}`,
  elsewhere: "Another tab has it.",
  beginsAgain:
    "Some of its runs went on by themselves, or their weights had to make room. In the race these begin again.",
  // Why it has ended.
  gpuLost: ({ said }: { readonly said: string }): string =>
    `The GPU was lost (${said}), and the race was stopped. Its runs are kept as they were last saved.`,
  engineStopped: "The engine has stopped, and the race with it. Its runs are kept as they were last saved.",
  anotherBegan: "Another race has begun.",
  isOver: "The race is over. “Runs” shows the result.",
  // Who has won.
  result: "Result of the race",
  nobody: "Nobody has won: nothing was measured.",
  won: ({ name, loss }: { readonly name: string; readonly loss: number }): string =>
    `${capital(name)} has the lowest validation loss, ${decimal(loss)}.`,
  wonMean: ({
    name,
    loss,
    seeds,
  }: {
    readonly name: string;
    readonly loss: number;
    readonly seeds: number;
  }): string =>
    `${capital(name)} has the lowest mean validation loss, ${decimal(loss)} over ${counted(seeds, "seed")}.`,
  clearHeldOut: ({ name, other, part }: HeldOutPair): string =>
    `The difference is clear: on the ${heldOutSets[part]}, the 95${nbsp}% intervals of ${name} and ${other} do not overlap.`,
  clearSeeds: ({
    name,
    other,
    low,
    high,
  }: {
    readonly name: string;
    readonly other: string;
    readonly low: number;
    readonly high: number;
  }): string =>
    `The difference is clear: seed by seed, the loss of ${name} is lower than that of ${other} by ${decimal(low)} to ${decimal(high)} (95${nbsp}%).`,
  notClearHeldOut: ({ name, other, part }: HeldOutPair): string =>
    `No clear difference: on the ${heldOutSets[part]}, the 95${nbsp}% intervals of ${name} and ${other} overlap, or there is too little to judge by.`,
  reversed: ({ name, other, part }: HeldOutPair): string =>
    `No clear difference: on the ${heldOutSets[part]}, ${other} does better than ${name}.`,
  /** Before why their losses cannot be compared. */
  undecided: "That does not decide it.",
  notClearSeeds: ({ name, other }: { readonly name: string; readonly other: string }): string =>
    `No clear difference: the loss of ${name} is not lower than that of ${other} with enough certainty over these seeds.`,
  spread: ({
    mean,
    deviation,
    seeds,
  }: {
    readonly mean: number;
    readonly deviation: number;
    readonly seeds: number;
  }): string =>
    `The mean validation loss over ${counted(seeds, "seed")} is ${decimal(mean)}, with a standard deviation of ${decimal(deviation)}.`,
  guessRight: ({ name }: { readonly name: string }): string => `You said ${name}, and you were right.`,
  guessWrong: ({ name }: { readonly name: string }): string => `You said ${name}; it was not.`,
  guessOpen: ({ name }: { readonly name: string }): string =>
    `You said ${name}; the race does not decide that.`,
  lossAtEnd: ({ nats }: { readonly nats: boolean }): string =>
    `Validation loss at the end${nats ? ", nats" : ""}`,
  meanLoss: ({ mean, deviation }: { readonly mean: number; readonly deviation: number }): string =>
    `${decimal(mean)} ± ${decimal(deviation)}`,
  heldOut: ({ part }: { readonly part: keyof typeof heldOutSets }): string =>
    part === "validation" ? `Result on the validation set (95${nbsp}%)` : `Held-out result (95${nbsp}%)`,
  resultWithin: ({
    result,
    low,
    high,
  }: {
    readonly result: string;
    readonly low: number;
    readonly high: number;
  }): string => `${result} (${decimal(low)} to ${decimal(high)})`,
  shareWithin: ({
    result,
    low,
    high,
  }: {
    readonly result: string;
    readonly low: number;
    readonly high: number;
  }): string => `${result} (${share(low)} to ${share(high)})`,
};
