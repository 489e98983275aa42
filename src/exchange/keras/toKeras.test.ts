import { unzipSync } from "fflate";
import { Dataset, File, ready } from "h5wasm";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { weightOf } from "../network";
import { configOf, testSubject } from "../testNetworks";
import { toKeras } from "./toKeras";

async function filesOf(config: ReturnType<typeof configOf>) {
  const subject = await testSubject(config);
  const { network } = subject;
  const exported = await toKeras(subject);
  if (!exported.ok) return { network, problem: inEnglish(exported.problem), parts: new Map(), script: "" };
  const [keras, script] = exported.value;
  return {
    network,
    problem: "",
    parts: new Map(Object.entries(unzipSync(keras.bytes))),
    script: new TextDecoder().decode(script.bytes),
  };
}

/** Every dataset of an HDF5 file, as h5wasm reads it back. */
async function datasetsOf(bytes: Uint8Array) {
  const { FS } = await ready;
  FS.writeFile("read.h5", bytes);
  const file = new File("read.h5", "r");
  const found = new Map(
    file.paths().flatMap((path) => {
      const entity = file.get(path);
      return entity instanceof Dataset
        ? [[path, { shape: entity.shape, values: entity.value }] as const]
        : [];
    }),
  );
  file.close();
  return found;
}

const element = (values: unknown, at: number) => (values instanceof Float32Array ? values[at] : Number.NaN);

describe("a Keras file", () => {
  it("has the weights where Keras looks for them, gates in the order z, r, h", async () => {
    const { network, parts } = await filesOf(configOf("gru", { bidirectional: true }));
    const datasets = await datasetsOf(parts.get("model.weights.h5"));
    const shapes = Object.fromEntries([...datasets].map(([path, { shape }]) => [path, shape]));
    const layer = (name: string, I: number, H: number) =>
      ["forward", "backward"].map((direction) => ({
        [`layers/${name}/${direction}_layer/cell/vars/0`]: [I, 3 * H],
        [`layers/${name}/${direction}_layer/cell/vars/1`]: [H, 3 * H],
        [`layers/${name}/${direction}_layer/cell/vars/2`]: [2, 3 * H],
      }));
    expect(shapes).toEqual(
      Object.assign(
        { "layers/embedding/vars/0": [7, 3], "layers/dense/vars/0": [6, 7], "layers/dense/vars/1": [7] },
        ...layer("bidirectional", 3, 5),
        ...layer("bidirectional_1", 10, 3),
      ),
    );
    // Row 6 of ours is unit 1 of z; of Keras it is column 1. Its r begins at column 5, its candidate is where ours is.
    const ours = weightOf(network, "weight_ih_l0_reverse").values;
    const theirs = datasets.get("layers/bidirectional/backward_layer/cell/vars/0")?.values;
    expect(element(theirs, 2 * 15 + 1)).toBe(ours[6 * 3 + 2]);
    expect(element(theirs, 2 * 15 + 5)).toBe(ours[2]);
    expect(element(theirs, 2 * 15 + 12)).toBe(ours[12 * 3 + 2]);
  });

  it("adds the two biases of an LSTM", async () => {
    const { network, parts } = await filesOf(configOf("lstm", { hiddenSizes: [5] }));
    const bias = (await datasetsOf(parts.get("model.weights.h5"))).get("layers/lstm/cell/vars/2");
    const [input, hidden] = ["bias_ih_l0", "bias_hh_l0"].map((name) => weightOf(network, name).values);
    expect(bias?.values).toEqual(input.map((value, i) => value + hidden[i]));
  });

  it("comes with the Python that builds it, with its sizes", async () => {
    const { script } = await filesOf(configOf("gruResetBefore", { bidirectional: true, hiddenSizes: [5] }));
    expect(script).toContain(`model = keras.Sequential(
    [
        Input((None,), dtype="int32"),
        Embedding(7, 3),
        Bidirectional(GRU(5, return_sequences=True, reset_after=False)),
        Dense(7, activation="softmax"),
    ]
)`);
  });

  it("says why there is none of the four-gate cell", async () => {
    expect((await filesOf(configOf("fourGate"))).problem).toMatch(
      /^Keras has no layer for the four-gate cell/,
    );
  });
});
