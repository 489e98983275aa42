/** English, all of it at once, for scripts and tests; the page loads its words in parts (`load.ts`). */
import type { AllWords } from "./catalogue";
import { first } from "./en/first";
import { late } from "./en/late";
import { formatsOf } from "./formats";
import type { Said } from "./message";
import { say } from "./say";

export const englishWords: AllWords = {
  language: "en",
  formats: formatsOf("en"),
  complete: true,
  ...first,
  ...late,
};

export const inEnglish = (said: Said): string => say(englishWords, said);
