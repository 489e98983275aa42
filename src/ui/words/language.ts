/**
 * Which language the page begins with: the link's, else the one that was chosen in this browser, else the first of the browser's own that we
 * speak.
 */
import { type Language, localeOf, parseLanguage, preferredLanguage } from "../../words/language";

const storageKey = "gru-playground.language";
const parameter = "lang";

function keptLanguage(): Language | null {
  try {
    return parseLanguage(localStorage.getItem(storageKey));
  } catch {
    return null;
  }
}

/** The one that the address names, if it does. */
export const addressLanguage = (): Language | null =>
  parseLanguage(new URLSearchParams(location.search).get(parameter));

export const firstLanguage = (): Language =>
  addressLanguage() ?? keptLanguage() ?? preferredLanguage(navigator.languages);

/** The page's address, which names the language. */
export function addressAsIn(language: Language): URL {
  const address = new URL(location.href);
  address.searchParams.set(parameter, language);
  return address;
}

/** Whether the browser will remember it. The address names it as well, so that a copied link opens in it. */
export function keepLanguage(language: Language): boolean {
  history.replaceState(history.state, "", addressAsIn(language));
  try {
    localStorage.setItem(storageKey, language);
    return true;
  } catch {
    return false;
  }
}

/** What the document says of itself. */
export function nameDocument(language: Language, title: string): void {
  document.documentElement.lang = localeOf[language];
  document.title = title;
}
