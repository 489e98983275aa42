import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { UsageError } from "../usage";
import { readRun } from "./readRun";

const kept = path.resolve(import.meta.dirname, "../../src/store/keeping/keptRunForm1Fixture.grup");

it("reads a run that the page has saved, with the data that it was trained on", async () => {
  const { checkpoint, source } = await readRun(kept);
  expect(checkpoint).toMatchObject({ step: 3, config: { cell: "gru", hiddenSizes: [8] } });
  expect(source).toMatchObject({ kind: "pasted" });
});

it("says of a damaged one that it is", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "gru-export-"));
  const file = path.join(folder, "cut.grup");
  await writeFile(file, (await readFile(kept)).subarray(0, 500));
  await expect(readRun(file)).rejects.toThrow(UsageError);
  await expect(readRun(path.join(folder, "none.grup"))).rejects.toThrow("cannot be read");
});
