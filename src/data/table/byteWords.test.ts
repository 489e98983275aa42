import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteWords } from "./byteWords";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

it("numbers texts in the order in which they first come, as a map does", () => {
  const texts = fc.array(fc.oneof(fc.constantFrom("", "a", "ab", "ba", "é"), fc.string({ unit: "binary" })), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(texts, (all) => {
      const words = new ByteWords();
      const expected = new Map<string, number>();
      const numbers = all.map((text) => {
        const bytes = encoder.encode(`<${text}>`);
        const [number, again] = [words.add(bytes, 1, bytes.length - 1), words.addText(text)];
        if (!expected.has(text)) expected.set(text, expected.size);
        return [number, again];
      });
      expect(numbers).toEqual(all.map((text) => [expected.get(text), expected.get(text)]));
      expect(words.size).toBe(expected.size);
      const kept = Array.from(expected.values(), (number) => decoder.decode(words.wordAt(number)));
      expect(kept).toEqual([...expected.keys()]);
    }),
  );
});
