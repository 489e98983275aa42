import { elementCount } from "../../engine/plan/plan";
import type { AllWords } from "../../words/catalogue";
import type { Subject } from "../exported";
import { activationOf } from "../network";

/** What is known of a run beside its checkpoint, each a whole sentence or a name in the card's language. */
export interface KnownOfRun {
  /** How it was split follows from it; null where nobody knows. */
  readonly kind: "text" | "examples" | null;
  /** Of the data, or null. */
  readonly name: string | null;
  /** What was decided when the data was read: what was dropped, scaled, held out. */
  readonly decisions: readonly string[];
  /** What was measured on held-out data, with baselines and intervals; none where nothing was. */
  readonly results: readonly string[];
}

/** A model card (Mitchell and others, arXiv 1810.03993) in Markdown. */
export function modelCard(
  { network: { config, meaning }, checkpoint }: Pick<Subject, "network" | "checkpoint">,
  { kind, name, decisions, results }: KnownOfRun,
  { modelCard: words }: AllWords,
): string {
  const { input, head, cell, hiddenSizes, bidirectional } = config;
  const { training, step: steps, table } = checkpoint;
  const { batchSize, sequenceLength } = training;
  const parameters = table.reduce((sum, { shape }) => sum + elementCount(shape), 0);
  const inputs =
    input.kind !== "features"
      ? words.readsSymbols({ symbols: input.vocabularySize })
      : meaning.features.length > 0
        ? words.readsFeatures({ features: meaning.features.map(withUnit) })
        : words.readsNumbers({ features: input.size });
  const named = meaning.labels.length > 0 ? meaning.labels : meaning.outputs.map(withUnit);
  const isUnscaled = activationOf(config) === "linear" && meaning.outputs.length === 0;
  const isShort = named.length > 0 && named.length <= mostNamed;
  const trained =
    steps > 0 ? [words.steps({ steps, batchSize, sequenceLength, optimizer: training.optimizer.type })] : [];
  const split = kind === null ? [] : [kind === "text" ? words.splitOfText : words.splitOfExamples];
  return [
    `# ${words.title}`,
    section(words.network, [
      words.layers({ cell, hiddenSizes, bidirectional }),
      words.parameters({ parameters }),
      inputs,
      words.answers({ outputs: head.size, every: head.at === "every" }),
      ...(isShort ? [words.labels({ labels: named })] : []),
      ...(isUnscaled ? [words.unscaled] : []),
      words.check,
    ]),
    section(words.data, [name === null ? words.dataUnknown : words.trainedOn({ name }), ...decisions]),
    section(words.training, [...trained, ...split]),
    section(words.results, results.length > 0 ? [words.measured, ...results] : [words.notMeasured]),
    section(words.limits, [words.notElsewhere, words.notPeople]),
  ]
    .join("\n\n")
    .concat("\n");
}

/** More names than these nobody reads. */
const mostNamed = 40;

const withUnit = ({ name, unit }: { readonly name: string; readonly unit: string | null }): string =>
  unit === null ? name : `${name} (${unit})`;

/** A list: what stands in a name cannot become Markdown of another kind. */
const section = (title: string, lines: readonly string[]): string =>
  [`## ${title}`, lines.map((line) => `- ${line.replace(/\s+/g, " ").trim()}`).join("\n")].join("\n\n");
