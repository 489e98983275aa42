/** The languages of the page. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** By which its speakers know it. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", zh: "中文" };

/** BCP 47, for `lang` and for Intl. */
export const localeOf: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/** One of ours, whatever region or script it names ("zh-TW", "EN_us"); null for any other. */
export function parseLanguage(tag: string | null | undefined): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? null;
}

/** The first that somebody reads and we speak; English where there is none. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = parseLanguage(tag);
    if (language) return language;
  }
  return "en";
}
