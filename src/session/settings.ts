/**
 * The one table of a run's settings. What they may be, what they are at first, when a change applies and for which data they
 * mean anything stands here; the catalogue has their words by name, and the panel says where they stand. Schema, defaults,
 * controls and the messages of changes all read the table.
 */
import * as v from "valibot";
import type { DataShape } from "./dataShape";

export const cellNames = ["gru", "gruResetBefore", "fourGate", "lstm", "rnn"] as const;
export type CellName = (typeof cellNames)[number];

export interface NumberSetting {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly fallback: number;
}

interface ChoiceSetting {
  readonly kind: "choice";
  readonly options: readonly string[];
  readonly fallback: string;
}

interface FlagSetting {
  readonly kind: "flag";
  readonly fallback: boolean;
}

/** One to `most` whole numbers. */
export interface SizesSetting {
  readonly kind: "sizes";
  readonly min: number;
  readonly max: number;
  readonly most: number;
  readonly fallback: readonly number[];
}

/** Why a setting means nothing: for the data, or beside the others. The catalogue has the sentences. */
export type Withheld =
  | "notOfText"
  | "textOnly"
  | "answersLieAhead"
  | "classesOnly"
  | "labelsOnly"
  | "oneLayer"
  | "featuresAreRead"
  | "dataHasLength";

/** The settings that others hang on. */
interface Leading {
  readonly hiddenSizes: readonly number[];
  readonly inputKind: string;
  readonly optimizer: string;
  readonly momentum: number;
  readonly decay: string;
  readonly lengthUnit: string;
}

interface Rules {
  /** Whether a change applies from the next step on; all others begin again with fresh weights. */
  readonly atOnce?: true;
  /** Why it means nothing for such data, where it does not; it then keeps its fallback. */
  readonly unfit?: (data: DataShape) => Withheld | null;
  /** Why it means nothing beside the other settings, which its control then says. */
  readonly idle?: (settings: Leading) => Withheld | null;
  /** Whether it belongs to another choice than the one made, and is not shown. */
  readonly elsewhere?: (settings: Leading) => boolean;
}

export type Setting = (NumberSetting | ChoiceSetting | FlagSetting | SizesSetting) & Rules;

const classesOnly = ({ answers }: DataShape) => (answers === "class" ? null : "classesOnly");
const decays =
  (...kinds: readonly string[]) =>
  ({ decay }: Leading) =>
    !kinds.includes(decay);

export const settings = {
  cell: { kind: "choice", options: cellNames, fallback: "gru" },
  /** H of each layer; the first reads the input. */
  hiddenSizes: { kind: "sizes", min: 8, max: 512, most: 4, fallback: [64] },
  /** Whether every layer reads the sequence from its end as well, with weights of its own. */
  bidirectional: {
    kind: "flag",
    fallback: false,
    unfit: ({ isText, ahead }) => (isText ? "notOfText" : ahead ? "answersLieAhead" : null),
  },
  /** How symbols are read; features are read as they are. */
  inputKind: {
    kind: "choice",
    options: ["embedding", "oneHot"],
    fallback: "embedding",
    unfit: ({ reads }) => (reads === "symbols" ? null : "featuresAreRead"),
  },
  /** I: size of the embedding vector of a symbol. */
  embeddingSize: {
    kind: "number",
    min: 1,
    max: 256,
    integer: true,
    fallback: 32,
    unfit: ({ reads }) => (reads === "symbols" ? null : "featuresAreRead"),
    elsewhere: ({ inputKind }) => inputKind !== "embedding",
  },
  /** Share of a layer's outputs that the next layer does not see in training, a new draw at every step. */
  dropout: {
    kind: "number",
    min: 0,
    max: 0.9,
    integer: false,
    fallback: 0,
    idle: ({ hiddenSizes }) => (hiddenSizes.length > 1 ? null : "oneLayer"),
  },
  /** Share of the state that products do not see in training, one draw for a whole sequence (variational dropout). */
  recurrentDropout: { kind: "number", min: 0, max: 0.9, integer: false, fallback: 0 },
  /** Whose way of drawing the first weights. */
  initialization: { kind: "choice", options: ["pytorch", "keras"], fallback: "pytorch" },

  /** Step size of the optimizer, before the schedule. */
  learningRate: { kind: "number", min: 0.00001, max: 1, integer: false, fallback: 0.005, atOnce: true },
  /** T: steps of one training sequence; longer sequences are cut to their last T. */
  sequenceLength: {
    kind: "number",
    min: 2,
    max: 1024,
    integer: true,
    fallback: 64,
    unfit: ({ hasLength }) => (hasLength ? "dataHasLength" : null),
  },
  /** B: sequences in one training step. */
  batchSize: { kind: "number", min: 1, max: 256, integer: true, fallback: 32 },
  /** What `length` counts; `open`: training goes on until it is stopped. */
  lengthUnit: { kind: "choice", options: ["open", "steps", "epochs"], fallback: "open", atOnce: true },
  /** After how many of them training stops by itself. */
  length: {
    kind: "number",
    min: 1,
    max: 1_000_000,
    integer: true,
    fallback: 10,
    atOnce: true,
    elsewhere: ({ lengthUnit }) => lengthUnit === "open",
  },
  /** Validations without progress before training stops by itself with its best weights; 0: it does not. */
  patience: { kind: "number", min: 0, max: 1000, integer: true, fallback: 0 },
  optimizer: { kind: "choice", options: ["adam", "adamw", "sgd", "rmsprop"], fallback: "adam" },
  momentum: {
    kind: "number",
    min: 0,
    max: 0.999,
    integer: false,
    fallback: 0,
    elsewhere: ({ optimizer }) => optimizer !== "sgd" && optimizer !== "rmsprop",
  },
  nesterov: {
    kind: "flag",
    fallback: false,
    elsewhere: ({ optimizer, momentum }) => optimizer !== "sgd" || momentum === 0,
  },
  /** Of AdamW a share of the learning rate by which every step shrinks the weights, of the others a share of them in the gradient. */
  weightDecay: { kind: "number", min: 0, max: 1, integer: false, fallback: 0 },
  /** Steps over which the rate rises in a straight line, before the decay begins. */
  warmupSteps: { kind: "number", min: 0, max: 100_000, integer: true, fallback: 0 },
  /** How the learning rate changes after that. */
  decay: {
    kind: "choice",
    options: ["constant", "cosine", "step", "exponential", "plateau"],
    fallback: "constant",
  },
  decaySteps: {
    kind: "number",
    min: 1,
    max: 1_000_000,
    integer: true,
    fallback: 1000,
    elsewhere: decays("cosine", "step", "exponential"),
  },
  /** What is left of the rate at the cosine's end. */
  decayFloor: {
    kind: "number",
    min: 0,
    max: 1,
    integer: false,
    fallback: 0,
    elsewhere: decays("cosine"),
  },
  /** What the rate is multiplied by. */
  decayFactor: {
    kind: "number",
    min: 0.001,
    max: 1,
    integer: false,
    fallback: 0.5,
    elsewhere: decays("step", "exponential", "plateau"),
  },
  /** Validations in a row without progress that make a plateau. */
  decayPatience: {
    kind: "number",
    min: 0,
    max: 1000,
    integer: true,
    fallback: 5,
    elsewhere: decays("plateau"),
  },
  /** Where the sequences of a text begin. */
  windows: {
    kind: "choice",
    options: ["random", "streams"],
    fallback: "random",
    unfit: ({ isText }) => (isText ? null : "textOnly"),
  },
  /** Largest L2 norm of the whole gradient before it is scaled down; 0: no limit. */
  clipNorm: { kind: "number", min: 0, max: 100, integer: false, fallback: 1 },
  /** Largest size of one element of the gradient, after that; 0: no limit. */
  clipValue: { kind: "number", min: 0, max: 100, integer: false, fallback: 0 },
  /** Share of the probability that the loss wants on the other classes. */
  labelSmoothing: { kind: "number", min: 0, max: 0.5, integer: false, fallback: 0, unfit: classesOnly },
  /** `balanced`: a wrong answer counts in inverse proportion to how often its class is right in training. */
  classWeights: {
    kind: "choice",
    options: ["none", "balanced"],
    fallback: "none",
    unfit: ({ isText, answers }) => (isText || answers !== "class" ? "labelsOnly" : null),
  },
  /** Of the initial weights and of the order of training sequences. */
  seed: { kind: "number", min: 0, max: 2147483647, integer: true, fallback: 1 },
} as const satisfies Readonly<Record<string, Setting>>;

type Settings = typeof settings;
export type SettingName = keyof Settings;

type ValueOf<S> = S extends { readonly kind: "number" }
  ? number
  : S extends { readonly kind: "flag" }
    ? boolean
    : S extends { readonly kind: "choice"; readonly options: readonly (infer Option)[] }
      ? Option
      : readonly number[];

export type RunSettings = { readonly [Name in SettingName]: ValueOf<Settings[Name]> };
export type SettingValue = RunSettings[SettingName];

/** The names of the settings of a kind. */
export type SettingsOfKind<Kind extends Setting["kind"]> = {
  [Name in SettingName]: Settings[Name]["kind"] extends Kind ? Name : never;
}[SettingName];

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settings, name);
export const settingNames: readonly SettingName[] = Object.keys(settings).filter(isSettingName);

/** A setting and one of its choices, by which the catalogue names it: "decay:cosine". */
export type ChoiceKey = {
  [Name in SettingsOfKind<"choice">]: `${Name}:${RunSettings[Name]}`;
}[SettingsOfKind<"choice">];

/** The setting with all that it may have. */
export const settingOf = (name: SettingName): Setting => settings[name];

const choiceKeys: ReadonlySet<string> = new Set(
  settingNames.flatMap((name) => {
    const setting = settingOf(name);
    return setting.kind === "choice" ? setting.options.map((option) => `${name}:${option}`) : [];
  }),
);

export const isChoiceKey = (key: string): key is ChoiceKey => choiceKeys.has(key);

function schemaOf(setting: Setting): v.GenericSchema {
  switch (setting.kind) {
    case "number":
      return numberWithin(setting);
    case "choice":
      return v.picklist(setting.options);
    case "flag":
      return v.boolean();
    case "sizes":
      return v.pipe(
        v.array(numberWithin({ ...setting, integer: true })),
        v.minLength(1),
        v.maxLength(setting.most),
      );
  }
}

function numberWithin({ min, max, integer }: Pick<NumberSetting, "min" | "max" | "integer">) {
  const bounded = v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));
  return integer ? v.pipe(bounded, v.integer()) : bounded;
}

const schemas: ReadonlyMap<string, v.GenericSchema> = new Map(
  settingNames.map((name) => [name, schemaOf(settings[name])]),
);

/** Whether a setting may have such a value. */
export const isValueOf = (name: SettingName, value: unknown): value is SettingValue =>
  v.is(schemaOf(settings[name]), value);

/** The first setting that is missing, has a value that it cannot have, or does not exist; null where all are right. */
export function malformedSetting(given: object): string | null {
  const values = new Map<string, unknown>(Object.entries(given));
  const unknown = [...values.keys()].find((name) => !schemas.has(name));
  const wrong = [...schemas].find(([name, schema]) => !v.is(schema, values.get(name)));
  return unknown ?? wrong?.[0] ?? null;
}

export const isRunSettings = (given: object): given is RunSettings => malformedSetting(given) === null;

function fallbacks(): RunSettings {
  const all: object = Object.fromEntries(settingNames.map((name) => [name, settings[name].fallback]));
  if (!isRunSettings(all))
    throw new Error(`The fallback of "${malformedSetting(all)}" is none of its values.`);
  return all;
}

export const defaultSettings: RunSettings = fallbacks();

const isSame = (a: SettingValue, b: SettingValue): boolean =>
  typeof a === "object" && typeof b === "object"
    ? a.length === b.length && a.every((size, i) => size === b[i])
    : a === b;

/** Which settings differ, in the order of the table. */
export const changedSettings = (before: RunSettings, after: RunSettings): readonly SettingName[] =>
  settingNames.filter((name) => !isSame(before[name], after[name]));

export const appliesAtOnce = (name: SettingName): boolean => settingOf(name).atOnce === true;

const withValues = (to: RunSettings, from: RunSettings, names: readonly SettingName[]): RunSettings => ({
  ...to,
  ...Object.fromEntries(names.map((name) => [name, from[name]])),
});

/** `to` with those values of `from` that need no new start. */
export const withAtOnce = (to: RunSettings, from: RunSettings): RunSettings =>
  withValues(to, from, settingNames.filter(appliesAtOnce));

/** What means nothing for such data is as at first. */
export const fittedSettings = (to: RunSettings, data: DataShape): RunSettings =>
  withValues(
    to,
    defaultSettings,
    settingNames.filter((name) => (settingOf(name).unfit?.(data) ?? null) !== null),
  );

/** Layers that are added are as large as the last one. */
export const withLayers = (sizes: readonly number[], count: number): readonly number[] =>
  Array.from({ length: count }, (_, layer) => sizes[Math.min(layer, sizes.length - 1)]);
