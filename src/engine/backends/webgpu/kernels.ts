/**
 * How each op runs on the GPU: its dispatches, each with its shader and uniforms.
 * A shader binds its uniforms at 0 and the op's slots after them, in the op's own order.
 */
import { smoothingUnit } from "../../ops/crossEntropy";
import { dropoutScale } from "../../ops/dropoutMask";
import type { Dims } from "../../ops/op";
import { rowAfter, rowBefore, timeOrder } from "../../ops/recurrent";

export interface Dispatch {
  readonly shader: string;
  /** The `Dims` struct of the shader, as words of 32 bits. */
  readonly uniforms: readonly number[];
  readonly workgroups: readonly [number, number, number];
}

/** What runs for a step, one after the other: each dispatch sees what the ones before it wrote. */
export type Kernel = readonly Dispatch[];

/** What a choice of kernel may depend on. */
export interface KernelRequest {
  readonly dims: Dims;
  /** Slots that are bound; optional ones may be missing. */
  readonly has: (slot: string) => boolean;
  /** Elements between the start of a slot's binding and its tensor: views need not lie on a binding boundary. */
  readonly offset: (slot: string) => number;
}

const lanes = 64;
const tile = 8;
/** The limit of every WebGPU device for workgroups in one dimension. */
const maxWorkgroups = 65535;

const groups = (items: number, perGroup: number) => Math.ceil(items / perGroup);

/** For one invocation per element, in two dimensions where one does not reach. */
function linear(elements: number): Dispatch["workgroups"] {
  const count = groups(elements, lanes);
  const x = Math.min(count, maxWorkgroups);
  return [x, groups(count, x), 1];
}

/** For one invocation per column and row. */
const grid = (columns: number, rows: number): Dispatch["workgroups"] => [
  groups(columns, tile),
  groups(rows, tile),
  1,
];

const flag = (value: boolean) => (value ? 1 : 0);

/** The word that a shader reads as this number, as far as float32 holds it. */
const floatBits = (value: number) => new Uint32Array(Float32Array.of(value).buffer)[0];

const single = (shader: string, uniforms: number[], workgroups: Dispatch["workgroups"]): Kernel => [
  { shader, uniforms, workgroups },
];

type Strides = (dims: Dims) => { aRow: number; aColumn: number; bRow: number; bColumn: number };

/** The vectorised variant where its sizes and offsets are multiples of four, else the one by strides. */
function matmul(vectorised: string, strides: Strides, sizes: readonly string[], vectorRows: boolean) {
  return ({ dims, has, offset }: KernelRequest): Kernel => {
    const { batch, M, N, K } = dims;
    const { aRow, aColumn, bRow, bColumn } = strides(dims);
    const offsets = [offset("a"), offset("b")];
    const fits = [...sizes.map((size) => dims[size]), ...offsets].every((value) => value % 4 === 0);
    const uniforms = [M, N, K, offsets[0], aRow, aColumn, offsets[1], bRow, bColumn, flag(has("bias"))];
    const columns = groups(groups(N, 4), tile);
    const rows = groups(fits && vectorRows ? M / 4 : groups(M, 4), tile);
    return single(fits ? vectorised : "matmul", uniforms, [columns, rows, batch]);
  };
}

/** A phase of a time step: a shader, and its invocations. */
interface Phase {
  readonly shader: string;
  readonly columns: number;
  readonly rows: number;
}

/** lib/recurrent.wgsl says what these mean; `next` is T where there is none. */
function recurrentUniforms({ dims, has }: KernelRequest, t: number, next: number): number[] {
  const options = ["lengths", "stateMask", "edits"].map((slot) => flag(has(slot)));
  return [dims.T, dims.B, dims.H, t, rowBefore(t, dims), rowAfter(t, dims), next, ...options];
}

const dispatchOf = ({ shader, columns, rows }: Phase, uniforms: readonly number[]): Dispatch => ({
  shader,
  uniforms,
  workgroups: grid(columns, rows),
});

/** All phases of every time step: the boundary between two dispatches is the barrier between steps and phases. */
function forwardInTime(
  request: KernelRequest,
  phases: readonly Phase[],
  more: readonly number[] = [],
): Kernel {
  return timeOrder(request.dims).flatMap((t) => {
    const uniforms = [...recurrentUniforms(request, t, request.dims.T), ...more];
    return phases.map((phase) => dispatchOf(phase, uniforms));
  });
}

/** The same from the last step taken to the first. The first phase once more, after all, finishes the carry. */
function backInTime(request: KernelRequest, phases: readonly Phase[], more: readonly number[] = []): Kernel {
  const { T } = request.dims;
  const times = timeOrder(request.dims).reverse();
  return [...times, T].flatMap((t, i) => {
    const uniforms = [...recurrentUniforms(request, t, times[i - 1] ?? T), ...more];
    return (t === T ? phases.slice(0, 1) : phases).map((phase) => dispatchOf(phase, uniforms));
  });
}

/** For the cells that take one phase, with one invocation per unit and batch row. */
const perUnit =
  (shader: string, inTime: typeof forwardInTime) =>
  (request: KernelRequest): Kernel =>
    inTime(request, [{ shader, columns: request.dims.H, rows: request.dims.B }]);

function gruForward(request: KernelRequest): Kernel {
  const { dims, has } = request;
  const fits = dims.H % 4 === 0 && !has("stateMask") && !has("edits");
  if (!fits) return perUnit("gruForward", forwardInTime)(request);
  return forwardInTime(request, [{ shader: "gruForward4", columns: dims.H / 4, rows: groups(dims.B, 2) }]);
}

function gruBackward(request: KernelRequest): Kernel {
  const { dims, has } = request;
  const fits = dims.H % 4 === 0 && !has("stateMask");
  if (!fits) return perUnit("gruBackward", backInTime)(request);
  return backInTime(request, [{ shader: "gruBackward4", columns: dims.H / 4, rows: groups(dims.B, 4) }]);
}

/** lib/fourGate.wgsl reads these after those of lib/recurrent.wgsl. */
function fourGateUniforms({ dims, offset }: KernelRequest): number[] {
  const { I, weightI, biasI, weightF, biasF, weightC, biasC, weightO, biasO } = dims;
  // x may be the outputs of a layer below, a view that begins anywhere.
  return [I, weightI, biasI, weightF, biasF, weightC, biasC, weightO, biasO, offset("x")];
}

function fourGateForward(request: KernelRequest): Kernel {
  const { B, H, I } = request.dims;
  const phases = [
    { shader: "fourGateForwardGates", columns: H + I, rows: B },
    { shader: "fourGateForwardCandidate", columns: H, rows: B },
    { shader: "fourGateForwardState", columns: H, rows: B },
  ];
  return forwardInTime(request, phases, fourGateUniforms(request));
}

/** Three products wait for one another. The fourth, of the gates that see x and h', is the next dispatch's to begin with. */
function fourGateBackward(request: KernelRequest): Kernel {
  const { B, H, I } = request.dims;
  const phases = [
    { shader: "fourGateBackwardOutput", columns: H + I, rows: B },
    { shader: "fourGateBackwardCandidate", columns: 2 * H, rows: B },
    { shader: "fourGateBackwardGates", columns: H + I, rows: B },
  ];
  return backInTime(request, phases, fourGateUniforms(request));
}

type Elements = (dims: Dims) => number;

/** One invocation per row of a loss, or per element. */
const loss =
  (shader: string, invocations: Elements) =>
  ({ dims, has }: KernelRequest): Kernel =>
    single(shader, [dims.N, dims.B, dims.V, flag(has("lengths"))], linear(invocations(dims)));

const crossEntropy =
  (shader: string, invocations: Elements) =>
  ({ dims, has }: KernelRequest): Kernel => {
    const smoothing = floatBits(dims.smoothing * smoothingUnit);
    const options = [flag(has("lengths")), flag(has("classWeights"))];
    return single(shader, [dims.N, dims.B, dims.V, smoothing, ...options], linear(invocations(dims)));
  };

const rows: Elements = ({ N }) => N;
const elements: Elements = ({ N, V }) => N * V;

/** One invocation per element of a flat bank. */
const flat =
  (shader: string) =>
  ({ dims: { length } }: KernelRequest): Kernel =>
    single(shader, [length], linear(length));

export const kernels: Readonly<Record<string, (request: KernelRequest) => Kernel>> = {
  embeddingForward: ({ dims: { N, V, E } }) => single("embeddingForward", [N, V, E], linear(N * E)),
  embeddingBackward: ({ dims: { N, V, E } }) =>
    single("embeddingBackward", [N, V, E], [groups(groups(E, 4), 16), groups(V, 4), 1]),
  oneHot: ({ dims: { N, V } }) => single("oneHot", [N, V], linear(N * V)),
  matmulNN: matmul(
    "matmulNN4",
    ({ N, K }) => ({ aRow: K, aColumn: 1, bRow: N, bColumn: 1 }),
    ["N", "K"],
    false,
  ),
  matmulNT: matmul("matmulNT4", ({ K }) => ({ aRow: K, aColumn: 1, bRow: 1, bColumn: K }), ["K"], false),
  matmulTN: matmul(
    "matmulTN4",
    ({ M, N }) => ({ aRow: 1, aColumn: M, bRow: N, bColumn: 1 }),
    ["M", "N"],
    true,
  ),
  columnSums: ({ dims: { M, N } }) => single("columnSums", [M, N], [groups(N, 16), 1, 1]),
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
  gruForward,
  gruBackward,
  gruResetBeforeForward: (request) =>
    forwardInTime(request, [
      { shader: "gruResetBeforeForwardGates", columns: request.dims.H, rows: request.dims.B },
      { shader: "gruResetBeforeForwardState", columns: request.dims.H, rows: request.dims.B },
    ]),
  gruResetBeforeBackward: (request) =>
    backInTime(request, [
      { shader: "gruResetBeforeBackwardCandidate", columns: request.dims.H, rows: request.dims.B },
      { shader: "gruResetBeforeBackwardReset", columns: request.dims.H, rows: request.dims.B },
    ]),
  fourGateForward,
  fourGateBackward,
  lstmForward: perUnit("lstmForward", forwardInTime),
  lstmBackward: perUnit("lstmBackward", backInTime),
  rnnForward: perUnit("rnnForward", forwardInTime),
  rnnBackward: perUnit("rnnBackward", backInTime),
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
