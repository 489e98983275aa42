import { describe, expect, it } from "vitest";
import { examplesOf } from "../../data/exampleData";
import { ExampleSequences } from "../../engine/train/exampleSequences";
import { TextSequences } from "../../engine/train/textSequences";
import { inEnglish } from "../../words/english";
import { configOf, testSubject } from "../testNetworks";
import { toPytorch } from "./toPytorch";
import { trainingData } from "./trainingData";

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("the folder that trains elsewhere", () => {
  it("has the settings, the split and the state that train.py reads", async () => {
    const sequences = new TextSequences({
      tokens: Int32Array.from({ length: 100 }, (_, i) => i % 7),
      trainLength: 60,
      sequenceLength: 5,
      batchSize: 2,
      windows: "random",
    });
    const heldOut = { kind: "text", tokens: sequences.corpus, trainLength: 60 } as const;
    const data = trainingData({ sequences, heldOut }, { indices: [], say: inEnglish });
    const subject = await testSubject(configOf("gru"));
    const files = new Map(toPytorch({ ...subject, data }).map(({ name, bytes }) => [name, bytes]));
    expect([...files.keys()]).toEqual([
      "model.safetensors",
      "model.py",
      "check.json",
      "train.py",
      "batches.py",
      "measure.py",
      "config.json",
      "training.safetensors",
      "data.safetensors",
      "README.md",
    ]);
    const { network, generator, step, data: split } = JSON.parse(textOf(files.get("config.json")));
    expect({ network, generator, step }).toEqual({
      network: subject.checkpoint.config,
      generator: subject.checkpoint.generator,
      step: 0,
    });
    expect(split).toEqual({
      kind: "text",
      trainLength: 60,
      // Read from the first symbol on, measured from the last of training on.
      validation: [[0, 59, 99]],
      validateEvery: 50,
    });
    expect(textOf(files.get("training.safetensors")?.subarray(0, 6000))).toContain(
      '"second.rnn.weight_hh_l1"',
    );
    const without = toPytorch(subject).map(({ name }) => name);
    expect(without).not.toContain("data.safetensors");
  });

  it("has every example where the split says that it is", () => {
    const task = { kind: "task", task: "adding", parameters: { steps: 10, terms: 2 }, seed: 1 } as const;
    const opened = examplesOf(task, 20);
    if (!opened.ok) throw new Error("The task is known.");
    const examples = opened.value;
    const sequences = new ExampleSequences(examples, { sequenceLength: 20, batchSize: 3, seed: 5 });
    const measured = Array.from({ length: examples.heldOut }, (_, i) => examples.train + i);
    const { tensors, split } = trainingData(
      { sequences, heldOut: { kind: "examples", examples, series: null } },
      { indices: measured, say: inEnglish },
    );
    const values = (name: string) => tensors.get(name)?.values ?? new Float32Array();
    const [starts, lengths] = [values("starts"), values("lengths")];
    const indices = [...sequences.trainIndices];
    const stored = lengths.length - measured.length;
    const heldOut = measured.map((_, i) => stored + i);
    expect(split).toMatchObject({ kind: "examples", train: indices.length, heldOut });
    const [{ shift, scale }] = examples.answer.kind === "numbers" ? examples.answer.outputs : [];
    expect(values("heldOutTruth")[3]).toBe(examples.example(measured[3]).answer[0] * scale + shift);
    for (const [place, index] of [
      [0, indices[0]],
      [1, indices[1]],
      [indices.length - 1, indices[indices.length - 1]],
      [stored, measured[0]],
    ]) {
      const { input, answer, steps } = examples.example(index);
      const width = input.length / steps;
      expect(lengths[place]).toBe(steps);
      expect(values("inputs").slice(starts[place] * width, (starts[place] + steps) * width)).toEqual(input);
      expect(values("answers")[place]).toBe(answer[0]);
    }
  });
});
