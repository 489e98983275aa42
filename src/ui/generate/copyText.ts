/** Puts the prompt and what was written after it on the clipboard, and says whether that worked. */
import type { PlaygroundStore } from "../../store/store";
import { message } from "../../words/message";
import { copyToClipboard } from "../copyToClipboard";

export function copyText(store: PlaygroundStore): Promise<void> {
  const state = store.getState();
  const { tokens, unit } = state.generation ?? { tokens: [], unit: "characters" as const };
  const symbols = tokens.map(({ symbol, spaced }) => (spaced ? ` ${symbol}` : symbol));
  return copyToClipboard(state, symbols.join(""), {
    copied: message("generate.copied", { symbols: symbols.length, unit }),
    notCopied: message("generate.notCopied"),
  });
}
