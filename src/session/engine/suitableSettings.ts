/** Which settings a dataset begins with. */
import { changedSettings, defaultSettings, type RunSettings, type SettingName } from "../settings";
import type { Dataset } from "./dataset";

/** What suits it, in place of what is usual. The choice of cell and seed stays. */
export const suitableSettings = (dataset: Dataset, { cell, seed }: RunSettings): RunSettings =>
  dataset.fit({ ...defaultSettings, cell, seed, ...dataset.suggested });

/** How long sequences are was asked with the data. */
const comesWithData: ReadonlySet<SettingName> = new Set(["sequenceLength"]);

/**
 * After another dataset: a text keeps the settings of one that is read in the same way, and costs about as much; beside data of the same kind, what was chosen
 * by hand stays; everything else begins with what suits it.
 */
export function settingsAfter(
  before: { readonly dataset: Dataset; readonly settings: RunSettings } | null,
  dataset: Dataset,
): RunSettings {
  if (!before) return suitableSettings(dataset, defaultSettings);
  const { settings } = before;
  const suitable = suitableSettings(dataset, settings);
  if (!isSameKind(before.dataset, dataset)) return suitable;
  const suited = suitableSettings(before.dataset, settings);
  if (dataset.shape.isText && isSuggestedAlike(before.dataset, dataset)) {
    const { embeddingSize } = settings.embeddingSize === suited.embeddingSize ? suitable : settings;
    return dataset.fit({ ...settings, embeddingSize });
  }
  const byHand = changedSettings(suited, settings);
  const kept = byHand.filter((name) => !comesWithData.has(name)).map((name) => [name, settings[name]]);
  return dataset.fit({ ...suitable, ...Object.fromEntries(kept) });
}

const isSuggestedAlike = (a: Dataset, b: Dataset): boolean =>
  a.suggested.sequenceLength === b.suggested.sequenceLength &&
  a.suggested.batchSize === b.suggested.batchSize;

function isSameKind({ shape: a }: Dataset, { shape: b }: Dataset): boolean {
  return (
    a.step === b.step &&
    a.isText === b.isText &&
    a.reads === b.reads &&
    a.answers === b.answers &&
    a.ahead === b.ahead &&
    a.hasLength === b.hasLength
  );
}
