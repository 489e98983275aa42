import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { symbolEntropies } from "../../data/evaluation/language";
import { sampleTexts } from "../../data/samples/sampleTexts";
import { tableOfSymbols } from "../../data/vocabulary";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { decodeCheckpoint } from "../../engine/train/decodeCheckpoint";
import { Trainer } from "../../engine/train/trainer";
import { languages } from "../../words/language";
import { identityOf } from "../../words/message";
import { readText } from "./textDataset";

describe.each(languages)("the network that ships with the page for the sample in %s", (language) => {
  const { text, checkpoint: file } = sampleTexts[language];
  const checkpoint = decodeCheckpoint(readFileSync(`public/${file}`));

  it("is one of that text, and guesses what is held out better than pairs of characters do", async () => {
    const read = await readText({ kind: "sample", language }, async () =>
      readFileSync(`public/${text}`, "utf8"),
    );
    if (!read.ok) throw new Error(identityOf(read.problem));
    const dataset = read.value;
    expect(checkpoint.vocabulary).toEqual(dataset.vocabulary);
    const opened = dataset.open(checkpoint.training);
    if (!opened.ok || opened.value.heldOut.kind !== "text") throw new Error("The text cannot be opened.");
    const { sequences, heldOut } = opened.value;
    const { tokens, trainLength, symbols } = heldOut;
    const trainer = await Trainer.create(createCpuBackend(), sequences, checkpoint);
    const { loss } = await trainer.validate();
    const { bigramBits } = symbolEntropies(tokens, trainLength, tableOfSymbols(symbols));
    expect(loss / Math.LN2).toBeLessThan(0.9 * bigramBits);
  });
});
