import type { OnnxValue } from "./onnxMessages";

/** What a layer gives, in one direction or both. */
export interface RecurrentOutputs {
  /** The states at every step, [T, D, B, H]. */
  readonly outputs: string;
  /** Those after the last step of each direction, [D, B, H]. */
  readonly lastStates: string;
  /** To go on from; of one direction alone. */
  readonly stateOutputs: readonly OnnxValue[];
}
