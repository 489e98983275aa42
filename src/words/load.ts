/** Fetches the words of a language: those of the first picture, and the rest. */
import type { AllWords, FirstAreas, LateAreas, Words } from "./catalogue";
import { formatsOf } from "./formats";
import type { Language } from "./language";

const firstOf: Readonly<Record<Language, () => Promise<{ readonly first: FirstAreas }>>> = {
  en: () => import("./en/first"),
  zh: () => import("./zh/first"),
};

const lateOf: Readonly<Record<Language, () => Promise<{ readonly late: LateAreas }>>> = {
  en: () => import("./en/late"),
  zh: () => import("./zh/late"),
};

export async function loadFirst(language: Language): Promise<Words> {
  const { first } = await firstOf[language]();
  return { language, formats: formatsOf(language), complete: false, ...first };
}

export async function loadAll(language: Language): Promise<AllWords> {
  const [words, { late }] = await Promise.all([loadFirst(language), lateOf[language]()]);
  return { ...words, ...late, complete: true };
}
