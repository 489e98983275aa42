/** The prompt and what was written after it, as it leaves the page. */
import type { PlaygroundStore } from "../../store/store";
import { message, type Say } from "../../words/message";
import { copyToClipboard } from "../copyToClipboard";
import { fileName, saveFile } from "../takeAlong/saveFile";

function writtenIn(store: PlaygroundStore) {
  const { tokens, unit, step } = store.getState().generation ?? {
    tokens: [],
    unit: "characters" as const,
    step: 0,
  };
  const symbols = tokens.map(({ symbol, spaced }) => (spaced ? ` ${symbol}` : symbol));
  return { text: symbols.join(""), symbols: symbols.length, unit, step };
}

/** Puts it on the clipboard, and says whether that worked. */
export function copyText(store: PlaygroundStore): Promise<void> {
  const { text, symbols, unit } = writtenIn(store);
  return copyToClipboard(store.getState(), text, {
    copied: message("generate.copied", { symbols, unit }),
    notCopied: message("generate.notCopied"),
  });
}

/** As a file, named by the data and the step of the weights that wrote it. */
export function saveText(store: PlaygroundStore, say: Say): void {
  const { text, step } = writtenIn(store);
  const { data } = store.getState();
  const name = fileName(say(data?.name ?? ""), say(message("takeAlong.textFile")), step, "txt");
  saveFile(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
}
