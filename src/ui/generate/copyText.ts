/** Puts the prompt and what was written after it on the clipboard, and says whether that worked. */
import type { PlaygroundStore } from "../../store/store";
import { copyToClipboard } from "../copyToClipboard";
import { formatCounted } from "../format";

export function copyText(store: PlaygroundStore): Promise<void> {
  const state = store.getState();
  const symbols = state.generation?.tokens.map(({ symbol }) => symbol) ?? [];
  const copied = `${formatCounted(symbols.length, "character")} copied.`;
  return copyToClipboard(state, symbols.join(""), { copied, what: "text" });
}
