/**
 * Light, dark, or as the system has it. The choice is kept in the browser; what is in force is `data-theme` on the
 * document, which is always "light" or "dark". A script in index.html sets it before the first paint.
 */
export const themeChoices = ["light", "system", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = "light" | "dark";

/** Also in index.html. */
const storageKey = "gru-playground.theme";
const systemIsDark = () => matchMedia("(prefers-color-scheme: dark)");

export function parseThemeChoice(stored: string | null): ThemeChoice {
  return themeChoices.find((choice) => choice === stored) ?? "system";
}

/** What the browser has kept; "system" where it keeps nothing. */
export function keptThemeChoice(): ThemeChoice {
  try {
    return parseThemeChoice(localStorage.getItem(storageKey));
  } catch {
    return "system";
  }
}

/** Whether the browser will remember it. */
export function keepThemeChoice(choice: ThemeChoice): boolean {
  try {
    if (choice === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
    return true;
  } catch {
    return false;
  }
}

/** Of this visit; the browser may be unable to keep it. */
let chosen: ThemeChoice | null = null;

export function applyThemeChoice(choice: ThemeChoice): void {
  chosen = choice;
  const system: Theme = systemIsDark().matches ? "dark" : "light";
  document.documentElement.dataset.theme = choice === "system" ? system : choice;
}

export function followSystemTheme(): void {
  applyThemeChoice(keptThemeChoice());
  systemIsDark().addEventListener("change", () => applyThemeChoice(chosen ?? "system"));
}
