import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { configOf, testSubject } from "../testNetworks";
import { fromKeras } from "./fromKeras";
import { toKeras } from "./toKeras";

const subject = await testSubject(configOf("gru", { hiddenSizes: [5, 5], bidirectional: true }));

/** Our file with other settings, and without what it says of itself. */
async function read(change: (config: string) => string) {
  const exported = await toKeras(subject);
  const bytes = exported.ok ? exported.value[0].bytes : new Uint8Array();
  const { "config.json": config, "gru-playground.json": _, ...parts } = unzipSync(bytes);
  const changed = change(strFromU8(config));
  const result = await fromKeras(zipSync({ ...parts, "config.json": strToU8(changed) }));
  return result.ok ? result.value.checkpoint.config : inEnglish(result.problem);
}

const layer = (name: string, settings = {}) =>
  JSON.stringify({ module: "keras.layers", class_name: name, config: settings });
const units = /"units":5/;

it("is read as it is, with layers between that change nothing", async () => {
  const { config } = subject.checkpoint;
  expect(await read((text) => text)).toMatchObject({ ...config, loss: { kind: "crossEntropy" } });
  const dropped = await read((text) =>
    text.replaceAll(
      '{"module":"keras.layers","class_name":"Bidirectional"',
      (one) => `${layer("Dropout")},${one}`,
    ),
  );
  expect(dropped).toMatchObject({ bidirectional: true, hiddenSizes: [5, 5] });
});

it.each([
  ["GRU activation", units, '$&,"activation":"relu"'],
  ["GRU recurrent_activation", units, '$&,"recurrent_activation":"hard_sigmoid"'],
  ["GRU go_backwards", units, '$&,"go_backwards":true'],
  ["GRU merge_mode", /"layer":/, '"merge_mode":"sum",$&'],
  ["GRU backward_layer", /"layer":/, `"backward_layer":${layer("LSTM", { go_backwards: true })},$&`],
  ["relu", /"activation":"softmax"/, '"activation":"relu"'],
  [
    "Activation",
    /\{"module":"keras.layers","class_name":"Dense"/,
    `${layer("Activation", { activation: "relu" })},$&`,
  ],
  ["Dense", /\{"module":"keras.layers","class_name":"Bidirectional"/, `${layer("Dense")},$&`],
  [
    "LayerNormalization",
    /\{"module":"keras.layers","class_name":"Dense"/,
    `${layer("LayerNormalization")},$&`,
  ],
  ["embedding", /"class_name":"Sequential"/, '"class_name":"Functional"'],
] as const)("%s is named", async (name, what, by) => {
  expect(await read((text) => text.replace(what, by))).toBe(
    `The network has a part that is not known here: “${name}”.`,
  );
});
