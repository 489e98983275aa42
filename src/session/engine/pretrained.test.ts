import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedReport } from "../../../scripts/pretrain/shippedReport";
import { symbolEntropies } from "../../data/evaluation/language";
import { sampleTexts } from "../../data/samples/sampleTexts";
import { factsOfText, type TextFact } from "../../data/textFacts";
import { tableOfSymbols } from "../../data/vocabulary";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { decodeCheckpoint } from "../../engine/train/decodeCheckpoint";
import { Trainer } from "../../engine/train/trainer";
import { type Language, languages } from "../../words/language";
import { identityOf } from "../../words/message";
import { readText } from "./textDataset";

/**
 * What `npm run pretrain` has reported, with some room. A unit that tells a fact with an area above 0.95 follows it: in English the place in
 * a line, in Chinese quotation marks. Of English quotation marks the area is 0.897, since the unit stays low through what stands
 * between two speeches of a paragraph; brackets and places in a word have no unit of their own in either.
 */
const expectedOf: Readonly<Record<Language, Expected>> = {
  en: {
    mostLoss: 1.5,
    most: {
      "r below 0.1": 0.1,
      "r above 0.9": 0.15,
      "z below 0.1": 0.55,
      "z above 0.9": 0.13,
      "|h| above 0.9": 0.3,
    },
    following: { line: { unit: 17, least: 0.95 }, quotes: { unit: 15, least: 0.88 } },
  },
  zh: {
    mostLoss: 2.72,
    most: {
      "r below 0.1": 0.1,
      "r above 0.9": 0.1,
      "z below 0.1": 0.68,
      "z above 0.9": 0.12,
      "|h| above 0.9": 0.3,
    },
    following: { quotes: { unit: 63, least: 0.95 } },
  },
};

interface Expected {
  readonly mostLoss: number;
  readonly most: Readonly<Record<string, number>>;
  readonly following: Readonly<Partial<Record<TextFact, { readonly unit: number; readonly least: number }>>>;
}

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

  it("has gates that say something, and a unit at which the page opens", async () => {
    const { loss, saturation, units } = await shippedReport(language);
    const { mostLoss, most, following } = expectedOf[language];
    expect(loss).toBeLessThan(mostLoss);
    const ends = [...saturation.gates].flatMap(([name, { low, high }]) => [
      [`${name} below 0.1`, low] as const,
      [`${name} above 0.9`, high] as const,
    ]);
    for (const [name, share] of [...ends, ["|h| above 0.9", saturation.state] as const])
      expect(share, name).toBeLessThan(most[name]);
    for (const [fact, { unit, least }] of Object.entries(following)) {
      const found = [...units].find(([name]) => name === fact)?.[1];
      expect(found?.unit, fact).toBe(unit);
      expect(found?.area, fact).toBeGreaterThan(least);
    }
    // Where somebody begins to speak, its state turns low, which is blue, and stays so for a while afterwards where the page says that.
    const { unit, lingers } = sampleTexts[language].sight;
    const quotes = units.get("quotes");
    expect(quotes).toMatchObject({ unit, sign: -1 });
    expect(quotes?.after.beginning).toBeGreaterThan(0.95);
    if (lingers) expect(quotes?.after.end).toBeGreaterThan(0.7);
    else expect(quotes?.after.end).toBeLessThan(0.05);
  });

  it("opens on words that it was not trained on, in which somebody speaks", () => {
    const { sight } = sampleTexts[language];
    const sample = readFileSync(`public/${text}`, "utf8");
    expect(sample.lastIndexOf(sight.probe)).toBeGreaterThan(0.9 * sample.length);
    const { quotes } = factsOfText(Array.from(sight.probe));
    expect(quotes).toContain(1);
    expect(quotes).toContain(0);
  });
});
