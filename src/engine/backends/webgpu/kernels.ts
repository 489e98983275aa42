/**
 * How each op runs on the GPU: which shader, and the dispatches with their uniforms.
 * A shader binds its uniforms at 0 and the op's slots after them, in the op's own order.
 */
import type { Dims } from "../../ops/op";

export interface Dispatch {
  /** The `Dims` struct of the shader, all u32. */
  readonly uniforms: readonly number[];
  readonly workgroups: readonly [number, number, number];
}

export interface Kernel {
  readonly shader: string;
  readonly dispatches: readonly Dispatch[];
}

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

/** Workgroups for one invocation per element, in two dimensions where one does not reach. */
function linear(elements: number): Dispatch["workgroups"] {
  const count = groups(elements, lanes);
  const x = Math.min(count, maxWorkgroups);
  return [x, groups(count, x), 1];
}

const single = (shader: string, uniforms: number[], workgroups: Dispatch["workgroups"]): Kernel => ({
  shader,
  dispatches: [{ uniforms, workgroups }],
});

type Strides = (dims: Dims) => { aRow: number; aColumn: number; bRow: number; bColumn: number };

/** The vectorised variant where its sizes and offsets are multiples of four, else the one by strides. */
function matmul(vectorised: string, strides: Strides, sizes: readonly string[], vectorRows: boolean) {
  return ({ dims, has, offset }: KernelRequest): Kernel => {
    const { batch, M, N, K } = dims;
    const { aRow, aColumn, bRow, bColumn } = strides(dims);
    const offsets = [offset("a"), offset("b")];
    const fits = [...sizes.map((size) => dims[size]), ...offsets].every((value) => value % 4 === 0);
    const uniforms = [M, N, K, offsets[0], aRow, aColumn, offsets[1], bRow, bColumn, has("bias") ? 1 : 0];
    const columns = groups(groups(N, 4), tile);
    const rows = groups(fits && vectorRows ? M / 4 : groups(M, 4), tile);
    return single(fits ? vectorised : "matmul", uniforms, [columns, rows, batch]);
  };
}

/** Counting from `first` to `last`, one dispatch per time step: the dispatch boundary is the barrier between steps. */
function overTime(
  shader: string,
  times: readonly number[],
  uniforms: readonly number[],
  workgroups: Dispatch["workgroups"],
) {
  return { shader, dispatches: times.map((t) => ({ uniforms: [...uniforms, t], workgroups })) };
}

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
  gruForward: ({ dims: { T, B, H } }) => {
    const times = Array.from({ length: T }, (_, t) => t);
    return H % 4 === 0
      ? overTime("gruForward4", times, [B, H], [groups(H / 4, tile), groups(groups(B, 2), tile), 1])
      : overTime("gruForward", times, [B, H], [groups(H, tile), groups(B, tile), 1]);
  },
  gruBackward: ({ dims: { T, B, H } }) => {
    const times = Array.from({ length: T + 1 }, (_, i) => T - i);
    return H % 4 === 0
      ? overTime("gruBackward4", times, [T, B, H], [groups(H / 4, tile), groups(groups(B, 4), tile), 1])
      : overTime("gruBackward", times, [T, B, H], [groups(H, tile), groups(B, tile), 1]);
  },
  softmaxCrossEntropyForward: ({ dims: { N, V } }) =>
    single("softmaxCrossEntropyForward", [N, V], [groups(N, lanes), 1, 1]),
  softmaxCrossEntropyBackward: ({ dims: { N, V } }) =>
    single("softmaxCrossEntropyBackward", [N, V], linear(N * V)),
  meanMetrics: ({ dims: { N } }) => single("meanMetrics", [N], [1, 1, 1]),
  sumOfSquares: ({ dims: { length, parts } }) =>
    single("sumOfSquares", [length, parts], [groups(parts, lanes), 1, 1]),
  clipFactor: ({ dims: { parts } }) => single("clipFactor", [parts], [1, 1, 1]),
  adam: ({ dims: { length } }) => single("adam", [length], linear(length)),
};
