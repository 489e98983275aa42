/** The sequence on the stage: what is read and answered, the heatmaps' surroundings, and the choice of the sequence. */
import { count, counted, plural, quoted } from "./phrases";

/** Where an answer is not the last, it is what the network would say if nothing more came. */
const cut = "if it ended here:";
const answer = (last: boolean, titled: boolean) => (!last ? `${cut} ` : titled ? "" : "answers ");

const percented = (percent: number) => `${percent}\u00a0%`;

export const stage = {
  sequence: "The sequence",

  /** Beside the lanes. */
  reads: "reads",
  draws: "draws",
  hears: "hears",
  expects: "expects",
  answers: "answers",
  forecasts: "forecasts",

  probeText: "Probe text",
  apply: "Apply",
  probeAbout: ({ most }: { readonly most: number }): string =>
    `The text that the network reads here: at most ${most} characters; ↵ is a new line, ⇥ a tab. It is not trained on.`,
  unseen: ({
    count: unseen,
    unit,
    readAs,
  }: {
    readonly count: number;
    readonly unit: "characters" | "words";
    readonly readAs: string;
  }): string => {
    const what = counted(unseen, unit === "words" ? "word" : "character");
    return unseen === 1
      ? `${what} of the probe text is one that the network has never seen: it reads ${quoted(readAs)} in its place.`
      : `${what} of the probe text are ones that the network has never seen: it reads ${quoted(readAs)} in their place.`;
  },

  series: "Series",
  examples: "Examples",
  heldOut: "Held out",
  trainingExamples: "Training",
  example: "Example",
  previousExample: "Previous example",
  nextExample: "Next example",
  ofExamples: ({ examples }: { readonly examples: number }): string => `of\u00a0${count(examples)}`,
  randomExample: "Random",
  ownSequence: "A sequence of your own",
  /** Of which part the sequence on show is. */
  partNotes: {
    heldOut: "the network is never trained on it",
    train: "the network is trained on it",
    own: "not part of the data",
  },

  previousStep: "Previous step",
  nextStep: "Next step",
  play: "Play through the sequence",
  pause: "Pause playback",
  timeStep: "Time step",
  timeAxis: "time step t",

  layer: "Layer",
  /** @param direction null where the network has but one; layers are counted from 1 */
  layerName: ({
    number,
    direction,
  }: {
    readonly number: number;
    readonly direction: "forwards" | "backwards" | null;
  }): string => (direction === null ? `layer ${number}` : `layer ${number}, ${direction}`),
  layerOption: ({
    number,
    direction,
  }: {
    readonly number: number;
    readonly direction: "forwards" | "backwards" | null;
  }): string => (direction === null ? `Layer ${number}` : `Layer ${number}, ${direction}`),
  /** @param below the number of the layer that it reads, null for the sequence; @param both whether that has two directions */
  layerAbout: ({
    units,
    below,
    both,
    reverse,
  }: {
    readonly units: number;
    readonly below: number | null;
    readonly both: boolean;
    readonly reverse: boolean;
  }): string => {
    const layer = both ? `both directions of layer ${below}` : `layer ${below}`;
    const way = reverse ? ", from the last step to the first" : "";
    return `${counted(units, "unit")}; reads ${below === null ? "the sequence" : layer}${way}.`;
  },

  /** In which order units stand in the lanes. */
  order: "Order",
  orders: {
    alike: {
      label: "Alike",
      about: "Units whose hidden state does alike over this sequence lie beside each other.",
    },
    stored: {
      label: "Stored",
      about: "By number, as the network’s parameters have them: it means nothing.",
    },
    memory: {
      label: "Memory",
      about: "The longest time constant on top: τ = −1/ln(mean share of the state kept a step).",
    },
    saturation: {
      label: "Saturation",
      about: "On top those whose gates are most often near their ends: below 0.1 or above 0.9.",
    },
    /** Of a cell without gates. */
    saturatedStates: {
      label: "Saturation",
      about: "On top those whose hidden state is most often near its ends: below −0.9 or above 0.9.",
    },
    mean: { label: "Mean", about: "The highest mean hidden state on top." },
    effect: {
      label: "Effect",
      about:
        "The greatest effect on the answer at the selected step on top: |∂logit/∂h · h|, summed over all steps. It follows the step when you sort again.",
    },
  },
  /** @param step training steps behind what the units did when they were ordered */
  sortedAt: ({ step }: { readonly step: number }): string => `sorted at step ${count(step)}`,
  /** @param symbol what is answered, null where it is a number */
  sortedByEffect: ({ time, symbol }: { readonly time: number; readonly symbol: string | null }): string =>
    symbol === null ? `on the answer at t = ${time}` : `on “${symbol}” at t = ${time}`,
  sortAgain: "Sort again, by what the units do now",
  zoom: "Zoom",
  rowsOfUnits: "Rows",
  higherRows: "Higher rows",
  lowerRows: "Lower rows",
  stepsOfTime: "Steps",
  widerSteps: "Wider steps",
  narrowerSteps: "Narrower steps",
  allSteps: "All steps in sight",
  zoomAtFirst: "Default zoom",
  lanes: "Zoom, selection and pins",
  lanesAbout:
    "Ctrl or ⌘ and the wheel zoom time, with Shift the rows; on a touch screen, two fingers do. Drag, or Shift and arrow keys, select a box; Escape lets go of it. Ctrl or ⌘ and a click, or Enter, pin a unit.",
  laneMap: "All units and steps, and which of them are in sight",

  /** @param unit its number */
  coloured: ({ unit }: { readonly unit: number }): string => `colour: h of unit ${unit}`,
  unitLane: ({ unit }: { readonly unit: number }): string => `unit ${unit}`,
  unitLines: ({ unit, steps }: { readonly unit: number; readonly steps: number }): string =>
    `Gates and states of unit ${unit} over ${counted(steps, "time step")}, as lines from −1 to 1`,
  lines: "The lines of a unit",
  unitAbout: "All gates and states of this unit on one scale.",
  unboundedLines: "What has no bounds is drawn as x / (1 + |x|).",
  mostPins: ({ most }: { readonly most: number }): string =>
    `${counted(most, "unit")} are pinned, in all layers together, and no more can be. Unpin one first.`,
  pinUnit: ({ unit }: { readonly unit: number }): string => `Pin unit ${unit}`,
  unpinUnit: ({ unit }: { readonly unit: number }): string => `Unpin unit ${unit}`,
  box: ({
    units,
    from,
    to,
  }: {
    readonly units: number;
    readonly from: number;
    readonly to: number;
  }): string =>
    from === to
      ? `${counted(units, "unit")} at step ${from}`
      : `${counted(units, "unit")} at steps ${from} to ${to}`,
  selection: "selected",
  clearBox: "Clear the selection",

  /** Under the name of a lane, in the place of what its values mean. */
  changedSince: ({ step }: { readonly step: number }): string => `change since step ${count(step)}`,
  mean: ({ value }: { readonly value: string }): string => `mean ${value}`,
  heatmap: "heatmap",
  /** @param layer its name where there are several; @param of what the rows of the picture are */
  heatmapLabel: ({
    name,
    letter,
    layer,
    rows,
    of,
    steps,
  }: {
    readonly name: string;
    readonly letter: string;
    readonly layer: string | null;
    readonly rows: number;
    readonly of: "units" | "inputs";
    readonly steps: number;
  }): string =>
    `${name} ${letter}${layer === null ? "" : ` of ${layer}`}, ${rows} ${plural(rows, of === "units" ? "unit" : "input")} by ${steps} ${plural(steps, "step")}`,
  /** @param symbol what is read there, null where it is no symbol */
  heatmapPlace: ({
    unit,
    pinned,
    step,
    symbol,
    letter,
    value,
  }: {
    readonly unit: number;
    readonly pinned: boolean;
    readonly step: number;
    readonly symbol: string | null;
    readonly letter: string;
    readonly value: string;
  }): string => {
    const what = pinned ? `unit ${unit}, pinned` : `unit ${unit}`;
    return `${what}, step ${step}${symbol === null ? "" : `, ${symbol}`}: ${letter} = ${value}`;
  },
  colourScale: ({ from, to }: { readonly from: string; readonly to: string }): string =>
    `Colour scale from ${from} to ${to}`,

  symbolsOfSequence: "Symbols of the sequence",
  symbolsOfProbe: "Symbols of the probe text",
  /** Of symbols that cannot be pronounced. */
  symbolNames: {
    space: "space",
    newLine: "new line",
    tab: "tab",
    carriageReturn: "carriage return",
    noBreakSpace: "no-break space",
    ideographicSpace: "ideographic space",
    softHyphen: "soft hyphen",
    zeroWidthSpace: "zero-width space",
    zeroWidthNonJoiner: "zero-width non-joiner",
    zeroWidthJoiner: "zero-width joiner",
    leftToRightMark: "left-to-right mark",
    rightToLeftMark: "right-to-left mark",
    emojiSelector: "emoji variation selector",
    wordJoiner: "word joiner",
    thinSpace: "thin space",
    narrowNoBreakSpace: "narrow no-break space",
    lineSeparator: "line separator",
    paragraphSeparator: "paragraph separator",
    arabicLetterMark: "Arabic letter mark",
    graphemeJoiner: "combining grapheme joiner",
    textSelector: "text variation selector",
    leftToRightEmbedding: "left-to-right embedding",
    rightToLeftEmbedding: "right-to-left embedding",
    popDirectionalFormatting: "pop directional formatting",
    leftToRightOverride: "left-to-right override",
    rightToLeftOverride: "right-to-left override",
    leftToRightIsolate: "left-to-right isolate",
    rightToLeftIsolate: "right-to-left isolate",
    firstStrongIsolate: "first strong isolate",
    popDirectionalIsolate: "pop directional isolate",
    byteOrderMark: "byte order mark",
  },
  /** Of a character that is made of several symbols. @param parts their names */
  joinedSymbols: ({ text, parts }: { readonly text: string; readonly parts: readonly string[] }): string =>
    `${text}: ${parts.join(", ")}`,
  nextSymbols: "Most probable next symbol at each step",
  likelyAnswers: "Most probable answer at each step",
  notKnownYet: "not known yet",
  /** @param right null where nobody knows */
  predicted: ({ symbol, right }: { readonly symbol: string; readonly right: boolean | null }): string =>
    `${symbol}, ${right === null ? "unknown" : right ? "right" : "wrong"}`,

  /** Of answers at every step, how many are right. @param titled whether it stands below the word with which it begins elsewhere */
  score: ({
    next,
    right,
    known,
    titled,
  }: {
    readonly next: boolean;
    readonly right: number;
    readonly known: number;
    readonly titled: boolean;
  }): string => `${titled ? "" : next ? "expects: " : "answers: "}${right}/${known} right`,
  /** @param last whether all is read; @param percent a whole number; @param right null where nobody knows */
  verdict: ({
    last,
    symbol,
    percent,
    right,
    titled,
  }: {
    readonly last: boolean;
    readonly symbol: string;
    readonly percent: number;
    readonly right: boolean | null;
    readonly titled: boolean;
  }): string => {
    const verdict = right === null ? "" : right ? ", right" : ", wrong";
    return `${answer(last, titled)}${symbol} (${percented(percent)})${verdict}`;
  },
  /** @param truth null where nobody knows */
  numberAnswered: ({
    last,
    value,
    truth,
    titled,
  }: {
    readonly last: boolean;
    readonly value: string;
    readonly truth: string | null;
    readonly titled: boolean;
  }): string => `${answer(last, titled)}${value}${truth === null ? "" : `, right is ${truth}`}`,
  forecastMade: ({
    value,
    truth,
    titled,
  }: {
    readonly value: string;
    readonly truth: string | null;
    readonly titled: boolean;
  }): string => `${titled ? "" : "forecasts "}${value}${truth === null ? "" : `, actual ${truth}`}`,

  features: "Features, with their values at the current time step",
  featureLines: ({ features, steps }: { readonly features: number; readonly steps: number }): string =>
    `${counted(features, "feature")} over ${counted(steps, "time step")}, as lines`,
  ownScales: "each height on a scale of its own, as the network reads it",
  featureRows: ({ features }: { readonly features: number }): string =>
    `${counted(features, "feature")}, a row each, first on top; scaled, as the network reads them`,
  featureHeatmap: ({ features, steps }: { readonly features: number; readonly steps: number }): string =>
    `${counted(features, "feature")} over ${counted(steps, "time step")}, as a heatmap`,

  /** What the lines are. */
  network: "network",
  came: "actual",
  right: "right",
  numbers: "Numbers, with their values at the current time step",
  numberLines: ({ numbers, steps }: { readonly numbers: number; readonly steps: number }): string =>
    `${counted(numbers, "number")} answered at ${counted(steps, "time step")}, and what would be right, as lines`,

  classes: "Classes, with their probabilities at the current time step",
  percent: ({ percent }: { readonly percent: number }): string => percented(percent),
  probabilities: ({ classes, steps }: { readonly classes: number; readonly steps: number }): string =>
    `Probabilities of ${counted(classes, "class", "classes")} at ${counted(steps, "time step")}, from 0 (dark) to 1 (bright)`,
  likelyClasses: ({ steps }: { readonly steps: number }): string =>
    `Most probable class at each of ${counted(steps, "time step")}`,

  imageStep: ({ stepsAre, step }: { readonly stepsAre: "rows" | "columns"; readonly step: number }): string =>
    `${stepsAre === "rows" ? "row" : "column"} ${step} of the picture`,
  imageLane: ({
    steps,
    stepsAre,
    pixels,
  }: {
    readonly steps: number;
    readonly stepsAre: "rows" | "columns";
    readonly pixels: number;
  }): string => `The picture’s ${steps} ${stepsAre} of ${pixels} pixels, one a time step`,
  image: ({ width, height }: { readonly width: number; readonly height: number }): string =>
    `The picture, ${width} by ${height} pixels`,
  drawing: "The drawing, with what is drawn by the current time step",

  soundAbout: ({ unit }: { readonly unit: string | null }): string =>
    `low sounds below, high ones on top; brighter is louder${unit === null ? "" : `, in ${unit}`}`,
  /** @param band the frequency that is loudest there, null where there is none */
  soundStep: ({ seconds, band }: { readonly seconds: string; readonly band: string | null }): string =>
    band === null ? `${seconds}\u00a0s` : `${seconds}\u00a0s: loudest at ${band}`,
  spectrogram: ({
    bands,
    frames,
    seconds,
  }: {
    readonly bands: number;
    readonly frames: number;
    readonly seconds: string;
  }): string => `Spectrogram of ${bands} frequency bands over ${frames} frames, ${seconds} seconds`,
};
