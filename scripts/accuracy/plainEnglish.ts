import { inEnglish } from "../../src/words/english";
import type { Said } from "../../src/words/message";

/** For programs and terminals, which search for words and spaces: there is no line that must not end within a number and its unit. */
export const plainEnglish = (said: Said): string => inEnglish(said).replaceAll("\u00a0", " ");
