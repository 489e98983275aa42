import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { checkOf } from "./check";
import { exportTo, type Format } from "./exportTo";
import { importNetwork } from "./importNetwork";
import { mutated } from "./testMutations";
import { configOf, testConfigs, testSubject, titleOf, worstOf } from "./testNetworks";

const files = {
  safetensors: "model.safetensors",
  onnx: "model.onnx",
  keras: "model.keras",
  pytorch: "training.safetensors",
};

async function fileOf(config: Parameters<typeof testSubject>[0], format: Format) {
  const subject = await testSubject(config);
  const exported = await exportTo(format, subject);
  if (!exported.ok) return null;
  const file = exported.value.find(({ name }) => name === files[format]);
  return file ? { subject, bytes: file.bytes } : null;
}

async function brought(bytes: Uint8Array) {
  const result = await importNetwork(bytes);
  if (!result.ok) throw new Error(inEnglish(result.problem));
  return result.value;
}

describe("what is taken along comes back", () => {
  it.each(testConfigs.map((config) => [titleOf(config), config] as const))("%s", async (_, config) => {
    for (const format of ["safetensors", "onnx", "keras", "pytorch"] as const) {
      const exported = await fileOf(config, format);
      if (!exported) {
        expect([format, config.cell]).toEqual(["keras", "fourGate"]);
        continue;
      }
      const { checkpoint, missing } = await brought(exported.bytes);
      expect(checkpoint.config).toEqual(config);
      expect(checkpoint.vocabulary).toEqual(exported.subject.checkpoint.vocabulary);
      expect(missing).toEqual(config.input.kind === "features" ? ["scaling"] : []);
      const { output } = await checkOf(checkpoint);
      expect(worstOf(output.data, exported.subject.check.output.data)).toBeLessThan(1e-6);
    }
  });

  it("is a whole run from training.safetensors", async () => {
    const subject = await testSubject(configOf("lstm"));
    const checkpoint = {
      ...subject.checkpoint,
      step: 12,
      firstMoment: subject.checkpoint.parameters.map((value) => 2 * value),
      secondMoment: subject.checkpoint.parameters.map((value) => value ** 2),
      best: subject.checkpoint.parameters.map((value) => 3 * value),
      training: { ...subject.checkpoint.training, learningRate: 0.125 },
    };
    const exported = await exportTo("pytorch", { ...subject, checkpoint });
    if (!exported.ok) throw new Error("PyTorch has every cell.");
    const file = exported.value.find(({ name }) => name === "training.safetensors");
    expect((await brought(file?.bytes ?? new Uint8Array())).checkpoint).toEqual(checkpoint);
  });
});

describe("a damaged file", () => {
  it.each(["safetensors", "onnx", "keras"] as const)("%s gives a network or a reason", async (format) => {
    const exported = await fileOf(configOf("gru", { bidirectional: true }), format);
    let refused = 0;
    for (let number = 1; number <= 150; number++) {
      const result = await importNetwork(mutated(exported?.bytes ?? new Uint8Array(), number));
      if (!result.ok && inEnglish(result.problem).endsWith(".")) refused++;
    }
    expect(refused).toBeGreaterThan(30);
  });
});

describe("what is no network", () => {
  it.each([
    ["an empty file", [], /^It is empty \(0 bytes\)/],
    ["a text", [...new TextEncoder().encode("the cat sat on the mat")], /^This is no network/],
    ["an old pickle", [0x80, 2, 0x7d], /^This is a PyTorch pickle/],
    [
      "a new pickle",
      [0x50, 0x4b, 3, 4, ...new TextEncoder().encode("model/data.pkl")],
      /^This is a PyTorch pickle/,
    ],
    [
      "the beginning of a Keras file",
      [0x50, 0x4b, 3, 4, ...new TextEncoder().encode("metadata.json")],
      /^This Keras file is cut off/,
    ],
    [
      "a zip of something else",
      [0x50, 0x4b, 3, 4, ...new TextEncoder().encode("a.txt")],
      /^This is no network/,
    ],
    ["an HDF5 file", [0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0], /^This is an HDF5 file/],
    ["a header without tensors", [2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d], /has no recurrent layers/],
    ["a version and a name alone", [8, 8, 0x12, 0], /^This ONNX file has no recurrent layers/],
  ])("says so of %s", async (_, bytes, reason) => {
    const result = await importNetwork(Uint8Array.from(bytes));
    expect(result.ok ? "" : inEnglish(result.problem)).toMatch(reason);
  });
});
