/** Chinese, all of it at once, for tests; the page loads its words in parts (`load.ts`). */
import type { AllWords } from "./catalogue";
import { formatsOf } from "./formats";
import { first } from "./zh/first";
import { late } from "./zh/late";

export const chineseWords: AllWords = {
  language: "zh",
  formats: formatsOf("zh"),
  complete: true,
  ...first,
  ...late,
};
