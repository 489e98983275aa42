/** The words in force, for every part of the page, and how they change. */
import { createStore } from "zustand/vanilla";
import type { AllWords, Words } from "../../words/catalogue";
import type { Language } from "../../words/language";
import { loadAll, loadFirst } from "../../words/load";
import { lateProgram } from "../late/lateProgram";
import { loadPatiently } from "../late/loadPatiently";
import { nameDocument } from "./language";

interface SpokenWords {
  /** Null until the page begins. */
  readonly words: Words | AllWords | null;
  /** What somebody has asked for; other than that of `words` while it is on its way. */
  readonly chosen: Language;
}

export const spokenWords = createStore<SpokenWords>(() => ({ words: null, chosen: "en" }));

export const hasAll = (words: Words | AllWords): words is AllWords => words.complete;

function speak(words: Words | AllWords): void {
  spokenWords.setState({ words });
  nameDocument(words.language, words.page.title);
}

/** Whoever was asked last is spoken: a language that comes late does not overrule a later choice. */
const isChosen = ({ language }: Words) => spokenWords.getState().chosen === language;

/** The words of the first picture. @throws PartNotLoaded where they do not come */
export async function beginSpeaking(language: Language): Promise<void> {
  spokenWords.setState({ chosen: language });
  speak(await loadPatiently(() => loadFirst(language)));
}

/**
 * Another language, all of it at once; the page goes on in the old one until it is there. Returns whether it is spoken: another may have
 * been chosen meanwhile, and then nobody misses this one either.
 *
 * @throws PartNotLoaded
 */
export async function speakInstead(language: Language): Promise<boolean> {
  spokenWords.setState({ chosen: language });
  try {
    const words = await loadPatiently(() => loadAll(language));
    if (isChosen(words)) speak(words);
    return isChosen(words);
  } catch (error) {
    const { words, chosen } = spokenWords.getState();
    if (!words || chosen !== language) return false;
    spokenWords.setState({ chosen: words.language });
    throw error;
  }
}

/** The rest of the words, which parts that come after the first picture wait for. */
export const lateWords = lateProgram(async () => {
  const words = await loadAll(spokenWords.getState().words?.language ?? "en");
  const current = spokenWords.getState().words;
  if (!current || (current.language === words.language && !hasAll(current))) speak(words);
  return words;
});
