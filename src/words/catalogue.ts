/** What every language has: its entries by area. English decides which there are and what they take; the others are held to it. */
import type { first } from "./en/first";
import type { late } from "./en/late";
import type { Formats } from "./formats";
import type { Language } from "./language";

/** Fetched with the page. */
export type FirstAreas = typeof first;
/** Fetched with the parts of the page that come after the first picture. */
export type LateAreas = typeof late;
export type Catalogue = FirstAreas & LateAreas;
export type Area = keyof Catalogue & string;

export interface Spoken {
  readonly language: Language;
  readonly formats: Formats;
  /** Whether all areas are there. */
  readonly complete: boolean;
}

/** Words that are there as soon as the page is. */
export type Words = Spoken & FirstAreas;
/** All of them. */
export type AllWords = Spoken & Catalogue & { readonly complete: true };
