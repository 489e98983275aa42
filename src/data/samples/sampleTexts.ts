/** The texts that ship with the page, one in each of its languages, and the networks trained on them ahead of time. */

import type { Language } from "../../words/language";
import type { SuggestedSettings } from "../examples";

/** A text and its network that are not asked for in a language are these. */
export const defaultSampleLanguage: Language = "en";

/** Files of the public folder, and what a network of the text may write on from; `npm run pretrain` makes the checkpoints. */
export const sampleTexts: Readonly<
  Record<Language, { readonly text: string; readonly checkpoint: string; readonly prompt: string }>
> = {
  en: { text: "sample.txt", checkpoint: "pretrained.checkpoint", prompt: "The " },
  zh: { text: "sample.zh.txt", checkpoint: "pretrained.zh.checkpoint", prompt: "老水说，" },
};

/** What the networks have in place of what is usual: the Chinese text has many symbols, and its checkpoint is to be there soon. */
export const suggestedOfSamples: Readonly<Record<Language, SuggestedSettings>> = {
  en: {},
  zh: { embeddingSize: 24 },
};
