/** The texts that ship with the page, one in each of its languages, and the networks trained on them ahead of time. */

import type { Language } from "../../words/language";
import type { SuggestedSettings } from "../examples";

/** A text and its network that are not asked for in a language are these. */
export const defaultSampleLanguage: Language = "en";

interface SampleText {
  readonly text: string;
  readonly checkpoint: string;
  /** What a network of the text may write on from. */
  readonly prompt: string;
  /** What of the network says something at first sight, as `npm run pretrain` has found it. */
  readonly sight: Sight;
}

export interface Sight {
  /** The one whose state is low inside quotation marks. */
  readonly unit: number;
  /** Whether it is so for a while after them, too; else it is high at once. */
  readonly lingers: boolean;
  /** Of the part that is not trained on. */
  readonly probe: string;
}

/** Files of the public folder, and what is seen of them first; `npm run pretrain` makes the checkpoints. */
export const sampleTexts: Readonly<Record<Language, SampleText>> = {
  en: {
    text: "sample.txt",
    checkpoint: "pretrained.checkpoint",
    prompt: "The ",
    sight: {
      unit: 15,
      lingers: true,
      probe: 'and gave him the pen.\n\n"I cannot do it," said Wick.\n\n"You cannot',
    },
  },
  zh: {
    text: "sample.zh.txt",
    checkpoint: "pretrained.zh.checkpoint",
    prompt: "老水说，",
    sight: {
      unit: 63,
      lingers: false,
      probe: "他拿着一把青草，问：“有理，你饿不饿？”\n\n“不。”有理说。它说完，",
    },
  },
};

/** What the networks have in place of what is usual: the Chinese text has many symbols, and its checkpoint is to be there soon. */
export const suggestedOfSamples: Readonly<Record<Language, SuggestedSettings>> = {
  en: {},
  zh: { embeddingSize: 24 },
};
