/** What is said of files that become data: texts, sounds, pictures, folders and zips. */
import { count } from "./phrases";

export const files = {
  soundEmpty: ({ name }: { readonly name: string }): string =>
    `“${name}” has no sound in it: it is 0\u00a0seconds long.`,
  soundSilent: ({ name }: { readonly name: string }): string => `“${name}” is silent from beginning to end.`,
  soundNotFinite: ({ name, sample }: { readonly name: string; readonly sample: number }): string =>
    `“${name}” is damaged: sample ${count(sample)} is not a finite number.`,
};
