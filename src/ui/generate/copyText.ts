/** Puts the prompt and what was written after it on the clipboard, and says whether that worked. */
import type { PlaygroundStore } from "../../store/store";
import { copyToClipboard } from "../copyToClipboard";
import { formatCounted } from "../format";
import { unitWords } from "../stepWords";

export function copyText(store: PlaygroundStore): Promise<void> {
  const state = store.getState();
  const { tokens, unit } = state.generation ?? { tokens: [], unit: "characters" as const };
  const symbols = tokens.map(({ symbol, spaced }) => (spaced ? ` ${symbol}` : symbol));
  const copied = `${formatCounted(symbols.length, unitWords[unit].one)} copied.`;
  return copyToClipboard(state, symbols.join(""), { copied, what: "text" });
}
