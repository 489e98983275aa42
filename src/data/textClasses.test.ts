import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityOf, message, type Said } from "../words/message";
import { examplesOf } from "./exampleData";
import { type LabelledText, type TextClassesOptions, textClasses } from "./textClasses";

const source = { name: "letters", sizeBytes: 1234, decisions: ["Read from a zip."], seed: 1 };

const texts: readonly LabelledText[] = Array.from({ length: 20 }, (_, i) => ({
  name: `${i}.txt`,
  label: i < 10 ? "kind" : "harsh",
  text: `${i < 10 ? "Thank you" : "Go away"} number ${i}${"!".repeat(i % 3)}`,
}));

function data(options: TextClassesOptions, given: readonly LabelledText[] = texts) {
  const result = textClasses(given, options, source);
  if (!result.ok) throw new Error(identityOf(result.problem));
  const { input } = result.value;
  if (input.kind !== "symbols") throw new Error("Texts are symbols.");
  const { symbols } = input;
  const examples = examplesOf(result.value, 10_000);
  if (!examples.ok) throw new Error(identityOf(examples.problem));
  const read = (index: number) => Array.from(examples.value.example(index).input, (id) => symbols[id]);
  return { ...result.value, symbols, examples: examples.value, read };
}

function problem(given: readonly LabelledText[]): Said | null {
  const result = textClasses(given, { unit: "words" }, source);
  return result.ok ? null : result.problem;
}

describe("textClasses", () => {
  it("says everything that it decided", () => {
    const given = [
      ...texts,
      { name: "empty.txt", label: "kind", text: " \n" },
      { name: "copy.txt", label: "kind", text: "\uFEFFThank you number 0\r\n" },
      { name: "other.txt", label: "harsh", text: "Thank you number 0" },
    ];
    const { name, sizeBytes, answer, decisions, suggested } = data({ unit: "words", maxSteps: 4 }, given);
    expect({ name, sizeBytes, answer }).toEqual({
      name: "letters",
      sizeBytes: 1234,
      answer: { kind: "class", at: "last", labels: ["kind", "harsh"] },
    });
    expect(suggested.sequenceLength).toBe(4);
    expect(decisions).toEqual([
      "Read from a zip.",
      message("files.emptyTexts", { empty: 1 }),
      message("files.copies", { noun: "text", copies: 1 }),
      message("files.readsWords", { symbols: 8, most: 4999, unknownShare: 0.25 }),
      message("files.textsCut", { cut: 13, most: 4, unit: "words" }),
      message("files.split", { trained: 17, heldOut: 4 }),
    ]);
  });

  it("reads characters or words, and the label of the same text", () => {
    for (const unit of ["characters", "words"] as const) {
      const { examples, read } = data({ unit });
      for (let index = 0; index < 20; index++) {
        const text = texts[Number.parseInt(String(examples.nameOf(index)), 10)];
        expect(examples.example(index).answer[0]).toBe(text.label === "kind" ? 0 : 1);
        const symbols = read(index);
        if (unit === "characters" && index < examples.train) expect(symbols.join("")).toBe(text.text);
        if (unit === "words")
          expect(symbols.slice(0, 3)).toEqual([...text.text.split(" ").slice(0, 2), "number"]);
      }
    }
  });

  it("takes its symbols from the texts that train alone", () => {
    const { train, heldOut } = data({ unit: "characters" });
    // The split follows from labels and seed, so the same texts train when their words change.
    const given = texts.map((text, i) => ({
      ...text,
      text: heldOut.includes(i) ? `${text.text} Ω` : `${text.text} ä`,
    }));
    const { symbols, read, examples } = data({ unit: "characters" }, given);
    expect(symbols).toContain("ä");
    expect(symbols).not.toContain("Ω");
    expect(read(train.length).at(-1)).toBe("\uFFFD");
    expect(examples.heldOut).toBe(heldOut.length);
  });

  it("cuts to the beginning, and suggests a length that suits most", () => {
    const given = [...texts, { name: "long.txt", label: "kind", text: "x".repeat(1000) }];
    const { lengths, suggested, decisions } = data({ unit: "characters" }, given);
    expect(Math.max(...lengths)).toBe(400);
    expect(suggested.sequenceLength).toBe(Math.max(...texts.map(({ text }) => text.length)));
    expect(decisions).toContainEqual(message("files.textsCut", { cut: 1, most: 400, unit: "characters" }));
    expect(decisions).toContainEqual(
      message("files.textsLonger", { longer: 1, length: 20, unit: "characters" }),
    );
  });

  it("says what is missing", () => {
    expect(problem([])).toEqual(message("files.noneAtAll", { noun: "text" }));
    expect(problem(texts.slice(0, 10))).toEqual(message("files.oneLabel", { noun: "text", label: "kind" }));
    const copies = texts.map((text) => (text.label === "harsh" ? { ...text, text: "Go" } : text));
    expect(problem(copies)).toEqual(message("files.lonely", { noun: "text", label: "harsh" }));
  });

  it("gives symbols of its table, or a reason, for any texts", () => {
    const text = fc.record({
      name: fc.string(),
      label: fc.constantFrom("a", "b", "c"),
      text: fc.string({ unit: "binary", maxLength: 30 }),
    });
    const options = fc.record({
      unit: fc.constantFrom("characters" as const, "words" as const),
      maxSteps: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), options, (given, chosen) => {
        const result = textClasses(given, chosen, source);
        if (!result.ok) {
          expect(result.problem).toMatchObject({
            key: expect.stringMatching(/^files\.(noneAtAll|oneLabel|lonely)$/),
          });
          return;
        }
        const { input, inputs, lengths, train, heldOut } = result.value;
        const V = input.kind === "symbols" ? input.symbols.length : 0;
        expect(inputs.every((id) => id >= 0 && id < V)).toBe(true);
        expect(lengths.every((length) => length >= 1 && length <= chosen.maxSteps)).toBe(true);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(inputs.length);
        expect([...train, ...heldOut].sort((a, b) => a - b)).toEqual(Array.from(lengths.keys()));
      }),
      // A vocabulary of characters goes through all that there are.
      { numRuns: 40 },
    );
  });
});
