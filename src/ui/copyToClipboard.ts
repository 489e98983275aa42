import type { PlaygroundStore } from "../store/store";

/** Copies, and says on the page what was copied, or what to do where the browser does not allow it. */
export async function copyToClipboard(
  { notify }: Pick<ReturnType<PlaygroundStore["getState"]>, "notify">,
  text: string,
  { copied, what }: { readonly copied: string; readonly what: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify("info", copied);
  } catch {
    // Browsers refuse without a secure connection or the user's consent.
    notify("problem", `The browser did not allow copying. Select the ${what} and copy it with the keyboard.`);
  }
}
