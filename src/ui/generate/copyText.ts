/** Puts the prompt and what was written after it on the clipboard, and says whether that worked. */
import type { PlaygroundStore } from "../../store/store";
import { formatCounted } from "../format";

export async function copyText(store: PlaygroundStore): Promise<void> {
  const { generation, notify } = store.getState();
  const symbols = generation?.tokens.map(({ symbol }) => symbol) ?? [];
  try {
    await navigator.clipboard.writeText(symbols.join(""));
    notify("info", `${formatCounted(symbols.length, "character")} copied.`);
  } catch {
    // Browsers refuse without a secure connection or the user's consent.
    notify("problem", "The browser did not allow copying. Select the text and copy it with the keyboard.");
  }
}
