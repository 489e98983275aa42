/** What is said where no catalogue could be loaded. */
import type { Language } from "./language";

export const pageNotLoaded: Readonly<Record<Language, string>> = {
  en: "The page could not be loaded. Check the connection and load it again.",
  zh: "页面无法加载。请检查网络连接，然后重新加载。",
};
