import { elementCount, type TableEntry } from "../plan/plan";
import type { Random } from "../random";
import { type NetworkConfig, parameterTable } from "./config";

/**
 * A bank of initial parameters, drawn as PyTorch draws them: the embedding from N(0, 1), everything else uniformly
 * from ±1/√H (for the head 1/√fan_in, which is the same). Padding is zero. Same generator state, same numbers.
 */
export function initializeParameters(config: NetworkConfig, random: Random): Float32Array<ArrayBuffer> {
  const { entries, length } = parameterTable(config);
  const bank = new Float32Array(length);
  const bound = 1 / Math.sqrt(config.hiddenSize);
  for (const entry of entries) fillEntry(bank, entry, () => draw(entry.name, bound, random));
  return bank;
}

function draw(name: string, bound: number, random: Random): number {
  return name === "embedding.weight" ? random.normal() : (2 * random.uniform() - 1) * bound;
}

function fillEntry(bank: Float32Array, { offset, shape }: TableEntry, next: () => number): void {
  const end = offset + elementCount(shape);
  for (let i = offset; i < end; i++) bank[i] = next();
}
