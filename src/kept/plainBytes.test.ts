import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blobOf } from "../blobOf";
import { plainParts, readPlain } from "./plainBytes";

const bytesOf = async (value: unknown) =>
  new Uint8Array(await (await blobOf(plainParts(value))).arrayBuffer());

const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(Number.NaN, -0, Number.POSITIVE_INFINITY),
);
const texts = fc.string({ unit: fc.constantFrom("a", "“", "$array", "__proto__", "\ud800", "\u0000") });
const plain: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    numbers,
    texts,
    fc.boolean(),
    fc.constant(null),
    fc.float32Array({ maxLength: 5 }),
    fc.float64Array({ maxLength: 5 }),
    fc.int32Array({ maxLength: 5 }),
    fc.uint8Array({ maxLength: 5 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(texts, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const keyOf = (bytes: Uint8Array) => {
  const read = readPlain(bytes);
  if (read.ok) return null;
  return typeof read.problem === "string" ? read.problem : read.problem.key;
};

describe("plain bytes", () => {
  it("give back what they were made of, to the bit", () =>
    fc.assert(
      fc.asyncProperty(plain, async (value) => {
        const read = readPlain(await bytesOf(value));
        expect(read.ok && read.value).toStrictEqual(structuredClone(value));
      }),
    ));

  it("leave out what is not there, and refuse what is no plain data", () => {
    expect(() => plainParts(new Map())).toThrow("A Map is no plain data.");
    expect(() => plainParts(() => 1)).toThrow("A function is no plain data.");
    expect(() => plainParts(new Uint16Array(1))).toThrow("A Uint16Array is no plain data.");
  });

  it("say what is wrong with others", async () => {
    const bytes = await bytesOf({ a: new Float32Array(8), b: "x" });
    expect(keyOf(new Uint8Array())).toBe("kept.foreign");
    expect(keyOf(new TextEncoder().encode("PK a zip file"))).toBe("kept.foreign");
    for (let length = 1; length < bytes.length; length++)
      expect(keyOf(bytes.subarray(0, length)), `of ${length} bytes`).toBe("kept.cutOff");
    const newer = bytes.slice();
    newer[8] = 2;
    expect(keyOf(newer)).toBe("kept.newer");
  });

  it("allocate no more than there is, however often it is named", async () => {
    const many = await bytesOf({ $: Array.from({ length: 100 }, () => 0) });
    const array = { $array: ["Uint8Array", 0, 800_000] };
    const header = new TextEncoder().encode(JSON.stringify(Array.from({ length: 1000 }, () => array)));
    const padded = new Uint8Array(8 * Math.ceil(header.length / 8)).fill(32);
    padded.set(header);
    const bytes = new Uint8Array(16 + padded.length + 800_000);
    bytes.set(many.subarray(0, 12));
    new DataView(bytes.buffer).setUint32(12, padded.length, true);
    bytes.set(padded, 16);
    expect(keyOf(bytes)).toBe("kept.damaged");
  });
});
