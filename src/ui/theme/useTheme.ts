/** The theme in force, for what is coloured by a table and not by the style sheet. */
import { useSyncExternalStore } from "react";
import type { Theme } from "./theme";

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

const current = (): Theme => (document.documentElement.dataset.theme === "dark" ? "dark" : "light");

export const useTheme = (): Theme => useSyncExternalStore(subscribe, current);
