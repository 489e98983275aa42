import { describe, expect, it } from "vitest";
import { loadPatiently } from "./loadPatiently";
import { PartNotLoaded } from "./PartNotLoaded";

/** Fails so often, with a new error each time, before it gives its part. */
function comesAfter(failures: number) {
  const pauses: number[] = [];
  let attempts = 0;
  const load = async () => {
    attempts++;
    if (attempts <= failures) throw new TypeError("Failed to fetch dynamically imported module");
    return "the part";
  };
  const pause = async (ms: number) => void pauses.push(ms);
  return { load, pause, pauses, attempts: () => attempts };
}

describe("loadPatiently", () => {
  it("asks once where the program comes", async () => {
    const { load, pause, pauses, attempts } = comesAfter(0);
    expect(await loadPatiently(load, undefined, pause)).toBe("the part");
    expect([attempts(), pauses]).toEqual([1, []]);
  });

  it("asks again after growing pauses until it comes", async () => {
    const { load, pause, pauses, attempts } = comesAfter(3);
    expect(await loadPatiently(load, undefined, pause)).toBe("the part");
    expect(attempts()).toBe(4);
    expect(pauses).toHaveLength(3);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(new Set(pauses).size).toBe(3);
  });

  it("says in the end that it did not come, and what the browser said", async () => {
    const { load, pause, attempts } = comesAfter(99);
    const error = await loadPatiently(load, undefined, pause).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PartNotLoaded);
    expect(error).toMatchObject({ cause: new TypeError("Failed to fetch dynamically imported module") });
    expect(attempts()).toBe(4);
  });

  it("gives the error of a program that came and failed, which is the same each time", async () => {
    const defect = new TypeError("undefined is not a function");
    const pauses: number[] = [];
    const failing = loadPatiently(
      () => Promise.reject(defect),
      undefined,
      async (ms) => void pauses.push(ms),
    );
    await expect(failing).rejects.toBe(defect);
    expect(pauses).toHaveLength(1);
  });
});
