import { checkFile, type ExportedFile, type Subject, textFile } from "../exported";
import { metadataOf } from "../metadata";
import type { TravellingNetwork, Weight } from "../network";
import modelPython from "../pytorch/model.py?raw";
import { mostHalf, toHalf } from "./half";
import { type Tensor, writeSafetensors } from "./writeSafetensors";

/** As in `model.py`, whose recurrent layers are its `rnn`. */
export function pytorchName(name: string): string {
  return name.includes(".") ? name : `rnn.${name}`;
}

/** Weights by the names that the module of `model.py` has, which loads them. */
export function toSafetensors({ network, check }: Subject): readonly ExportedFile[] {
  return [
    { name: "model.safetensors", bytes: safetensorsOf(network) },
    textFile("model.py", modelPython),
    checkFile(check),
  ];
}

/** @param more goes beside what a network has anyway */
export function safetensorsOf(
  network: TravellingNetwork,
  more: ReadonlyMap<string, string> = new Map(),
): Uint8Array<ArrayBuffer> {
  const tensors = [...network.weights].map(([name, weight]): [string, Weight] => [pytorchName(name), weight]);
  return writeSafetensors(new Map(tensors), new Map([["format", "pt"], ...metadataOf(network), ...more]));
}

/** The same in half precision, each weight as the nearest number of float16; null where one is larger than those. */
export function halfSafetensorsOf(network: TravellingNetwork): Uint8Array<ArrayBuffer> | null {
  const all = [...network.weights];
  if (!all.every(([, { values }]) => values.every((value) => Math.abs(value) <= mostHalf))) return null;
  const tensors = all.map(([name, { shape, values }]): [string, Tensor] => [
    pytorchName(name),
    { shape, values: Uint16Array.from(values, toHalf) },
  ]);
  return writeSafetensors(new Map(tensors), metadataOf(network));
}
