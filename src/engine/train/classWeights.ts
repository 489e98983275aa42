import type { Executable } from "../backends/backend";
import type { NetworkConfig } from "../model/config";

/** Fills in the tensor `classWeights` of a training plan whose loss has such weights. */
export function writeClassWeights(executable: Executable, { loss }: NetworkConfig): void {
  if (loss.kind === "crossEntropy" && loss.classWeights)
    executable.write("classWeights", Float64Array.from(loss.classWeights));
}
