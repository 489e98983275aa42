import { File, type Group, ready } from "h5wasm";
import type { KerasLayer } from "./kerasLayers";
import { layerNames } from "./kerasNames";

/** `model.weights.h5`: `layers/gru_1/cell/vars/0` and so on, float32. Its library is loaded with this module. */
export async function writeWeights(layers: readonly KerasLayer[]): Promise<Uint8Array<ArrayBuffer>> {
  const { FS } = await ready;
  const path = "written.h5";
  const file = new File(path, "w");
  try {
    file.create_group("vars");
    const all = file.create_group("layers");
    for (const [i, name] of layerNames(layers).entries()) writeLayer(all, name, layers[i]);
    file.flush();
  } finally {
    file.close();
  }
  const bytes = new Uint8Array(FS.readFile(path));
  FS.unlink(path);
  return bytes;
}

function writeLayer(all: Group, name: string, { variables }: KerasLayer): void {
  const layer = all.create_group(name);
  if (!variables.some(([group]) => group === "")) layer.create_group("vars");
  for (const [group, weights] of variables) {
    const vars = groupAt(layer, `${group}vars`);
    for (const [i, { shape, values }] of weights.entries())
      vars.create_dataset({ name: String(i), data: values, shape: [...shape], dtype: "<f4" });
  }
}

/** With those above it. */
function groupAt(top: Group, path: string): Group {
  return path.split("/").reduce((group, name) => group.create_group(name), top);
}
