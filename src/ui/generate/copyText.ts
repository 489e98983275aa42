/** Puts the prompt and what was written after it on the clipboard, and says whether that worked. */
import { counted } from "../../data/phrases";
import type { PlaygroundStore } from "../../store/store";
import { copyToClipboard } from "../copyToClipboard";
import { unitWords } from "../stepWords";

export function copyText(store: PlaygroundStore): Promise<void> {
  const state = store.getState();
  const { tokens, unit } = state.generation ?? { tokens: [], unit: "characters" as const };
  const symbols = tokens.map(({ symbol, spaced }) => (spaced ? ` ${symbol}` : symbol));
  const copied = `${counted(symbols.length, unitWords[unit].one)} copied.`;
  return copyToClipboard(state, symbols.join(""), { copied, what: "text" });
}
