/**
 * The kernels of the CPU backend, WebAssembly SIMD by way of AssemblyScript. Each has the signature
 *
 *     kernel(job, from, to, step, stepEnd)
 *
 * or the beginning of it. `job` is the address of a block of 32-bit words that the host fills in once: the op's dimensions in
 * their order, then the addresses of its slots in theirs (0 for one that is absent), then the address of scratch memory. The
 * kernel computes parts `from` to `to` of the output (what a part is, each says), in steps `step` to `stepEnd`, which must
 * follow one after the other. Parts do not depend on each other, so threads and slices of time may divide them at will
 * without changing a bit. Address 0 holds zeros.
 */
// biome-ignore-start lint/performance/noBarrelFile: a module exports what its first file exports.
export { clipFactor, sumOfSquares } from "./clip";
export { columnSums } from "./columnSums";
export { copyBlock } from "./copyBlock";
export { crossEntropyBackward, crossEntropyForward } from "./crossEntropy";
export { dropoutMask } from "./dropoutMask";
export { add, applyMask, zeros } from "./elementwise";
export { embeddingBackward, embeddingForward, oneHot } from "./embedding";
export { fourGateBackward, fourGateBackwardPack, fourGateForward, fourGateForwardPack } from "./fourGate";
export { gatherWindows } from "./gatherWindows";
export { gruBackward, gruBackwardPack, gruForward, gruForwardPack } from "./gru";
export {
  gruResetBeforeBackward,
  gruResetBeforeBackwardPack,
  gruResetBeforeForward,
  gruResetBeforeForwardPack,
} from "./gruResetBefore";
export { activate, heapBase } from "./host";
export { lstmBackward, lstmBackwardPack, lstmForward, lstmForwardPack } from "./lstm";
export { matmulColumns, matmulPackColumns, matmulPackRows, matmulRows } from "./matmul";
export { meanMetrics } from "./meanMetrics";
export { adam, rmsprop, sgd } from "./optimizers";
export {
  binaryCrossEntropyBackward,
  binaryCrossEntropyForward,
  squaredErrorBackward,
  squaredErrorForward,
} from "./perOutput";
export { rnnBackward, rnnBackwardPack, rnnForward, rnnForwardPack } from "./rnn";
// biome-ignore-end lint/performance/noBarrelFile: see above.
