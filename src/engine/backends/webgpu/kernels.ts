/**
 * How each op runs on the GPU: its dispatches, each with its shader and uniforms.
 * A shader binds its uniforms at 0 and the op's slots after them, in the op's own order.
 */
import { smoothingUnit } from "../../ops/crossEntropy";
import { dropoutScale } from "../../ops/dropoutMask";
import type { Dims, Op } from "../../ops/op";
import { type Dispatch, groups, type Kernel, type KernelRequest } from "./kernel";
import type { Parameters } from "./shaders";
import { type DeviceAbilities, type VariantChoice, variantKernel } from "./variants";

const lanes = 64;
/** The limit of every WebGPU device for workgroups in one dimension. */
const maxWorkgroups = 65535;

/** For one invocation per element, in two dimensions where one does not reach. */
function linear(elements: number): Dispatch["workgroups"] {
  const count = groups(elements, lanes);
  const x = Math.min(count, maxWorkgroups);
  return [x, groups(count, x), 1];
}

const flag = (value: boolean) => (value ? 1 : 0);

/** The word that a shader reads as this number, as far as float32 holds it. */
const floatBits = (value: number) => new Uint32Array(Float32Array.of(value).buffer)[0];

const single = (
  name: string,
  uniforms: number[],
  workgroups: Dispatch["workgroups"],
  { parameters = {} }: { readonly parameters?: Parameters } = {},
): Kernel => ({
  dispatches: [{ shader: { name, parameters, vectorSlots: [] }, uniforms, workgroups, share: 1 }],
});

type Elements = (dims: Dims) => number;

/** One invocation per row of a loss, or per element. */
const loss =
  (shader: string, invocations: Elements) =>
  ({ dims, has }: KernelRequest): Kernel =>
    single(shader, [dims.N, dims.B, dims.V, flag(has("lengths"))], linear(invocations(dims)));

const crossEntropy =
  (name: string, invocations: Elements) =>
  ({ dims, has }: KernelRequest): Kernel => {
    const smoothing = floatBits(dims.smoothing * smoothingUnit);
    const flags = [flag(has("lengths")), flag(has("classWeights"))];
    const uniforms = [dims.N, dims.B, dims.V, smoothing, ...flags, dims.ignored >>> 0];
    const parameters = { sumsWeights: has("classWeights") && dims.smoothing > 0 };
    return single(name, uniforms, linear(invocations(dims)), { parameters });
  };

const rows: Elements = ({ N }) => N;
const elements: Elements = ({ N, V }) => N * V;

/** One invocation per element of a flat bank. */
const flat =
  (shader: string) =>
  ({ dims: { length } }: KernelRequest): Kernel =>
    single(shader, [length], linear(length));

/** Of the ops that have one. */
const kernels: Readonly<Record<string, (request: KernelRequest) => Kernel>> = {
  embeddingForward: ({ dims: { N, V, E } }) => single("embeddingForward", [N, V, E], linear(N * E)),
  gatherWindows: ({ dims: { T, B } }) => single("gatherWindows", [T, B], linear(T * B)),
  embeddingBackward: ({ dims: { N, V, E } }) =>
    single("embeddingBackward", [N, V, E], [groups(groups(E, 4), 16), groups(V, 4), 1]),
  oneHot: ({ dims: { N, V } }) => single("oneHot", [N, V], linear(N * V)),
  copyBlock: ({ dims: { rows, columns, xStart, xStride, outStart, outStride }, has, offset }) =>
    single(
      "copyBlock",
      [rows, columns, xStart + offset("x"), xStride, outStart + offset("out"), outStride, flag(has("clip"))],
      linear(rows * columns),
    ),
  zeros: flat("zeros"),
  add: flat("add"),
  applyMask: ({ dims: { length, period }, offset }) =>
    single("applyMask", [length, period, offset("x")], linear(length)),
  dropoutMask: ({ dims: { length, threshold, salt } }) =>
    single("dropoutMask", [length, threshold, salt, floatBits(dropoutScale(threshold))], linear(length)),
  crossEntropyForward: crossEntropy("crossEntropyForward", rows),
  crossEntropyBackward: crossEntropy("crossEntropyBackward", elements),
  squaredErrorForward: loss("squaredErrorForward", rows),
  squaredErrorBackward: loss("squaredErrorBackward", elements),
  binaryCrossEntropyForward: loss("binaryCrossEntropyForward", rows),
  binaryCrossEntropyBackward: loss("binaryCrossEntropyBackward", elements),
  meanMetrics: ({ dims: { N } }) => single("meanMetrics", [N], [1, 1, 1]),
  sumOfSquares: ({ dims: { length, parts } }) =>
    single("sumOfSquares", [length, parts], [groups(parts, lanes), 1, 1]),
  clipFactor: ({ dims: { parts } }) => single("clipFactor", [parts], [1, 1, 1]),
  adam: flat("adam"),
  sgd: flat("sgd"),
  rmsprop: flat("rmsprop"),
};

/** Throws where there is none. */
export function kernelOf(
  op: Op,
  request: KernelRequest,
  choice: VariantChoice,
  abilities: DeviceAbilities,
): Kernel {
  const kernel = variantKernel(op, request, choice, abilities) ?? kernels[op.name]?.(request);
  if (!kernel) throw new Error(`There is no GPU kernel for the op "${op.name}".`);
  return kernel;
}
