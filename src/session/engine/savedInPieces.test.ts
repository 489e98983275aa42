import { expect, it } from "vitest";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { yieldToEventLoop } from "../../yieldToEventLoop";
import { freshCheckpoint } from "./freshCheckpoint";
import { trainingOf } from "./networkOf";
import { Run } from "./run";
import { sampleText, smallSettings } from "./testing";
import { readText } from "./textDataset";

it("the state of a large network is read in pieces, between which other work is done, and as it was when it was asked for", async () => {
  const read = await readText({ kind: "pasted", text: sampleText }, async () => "");
  if (!read.ok) throw new Error("It is a text.");
  const settings = { ...smallSettings, hiddenSizes: [512] };
  const data = read.value.open(trainingOf(settings));
  if (!data.ok) throw new Error("It is long enough.");
  const checkpoint = freshCheckpoint(read.value, settings);
  const { trainer } = await Run.create({ backend: createCpuBackend(), data: data.value, checkpoint });
  let turns = 0;
  let isOver = false;
  const count = async () => {
    for (; !isOver; turns++) await yieldToEventLoop();
  };
  const counted = count();
  const saved = await trainer.save();
  isOver = true;
  await counted;
  const pieces = Math.floor((3 * checkpoint.parameters.byteLength) / 2 ** 20);
  expect(pieces).toBeGreaterThan(5);
  expect(turns).toBeGreaterThanOrEqual(pieces - 1);
  // Compared number by number by the test runner, they would take long.
  const isAsItBegan = (values: Float32Array) =>
    Buffer.compare(Buffer.from(values.buffer), Buffer.from(checkpoint.parameters.buffer)) === 0;
  expect(isAsItBegan(saved.parameters)).toBe(true);

  const { executable } = trainer;
  const reading = executable.read(["parameters"]);
  executable.write("parameters", new Float32Array(checkpoint.parameters.length));
  const beforeStep = executable.read(["parameters"]);
  await trainer.advance();
  await trainer.finish();
  expect(isAsItBegan((await reading)[0])).toBe(true);
  expect((await beforeStep)[0].every((value) => value === 0)).toBe(true);
  trainer.destroy();
});
