/** `ops/fourGate.ts`. */
import { hyperbolicTangent, sigmoid } from "./activations";
import { packColumns, packedBytes, packRows, paddedColumns, panelBytes, panelCount } from "./panels";
import {
  edited,
  isMasked,
  placeAfter,
  placeBefore,
  product,
  Recurrence,
  stateForProduct,
  timeAt,
} from "./recurrent";
import { clear, F, fma, lanesAt, put } from "./simd";

/** Where the parameters lie in `weights`. */
@unmanaged
class Sizes extends Recurrence {
  I: i32;
  weightI: i32;
  biasI: i32;
  weightF: i32;
  biasF: i32;
  weightC: i32;
  biasC: i32;
  weightO: i32;
  biasO: i32;
  length: i32;
}

@unmanaged
class Forward extends Sizes {
  x: usize;
  weights: usize;
  state: usize;
  gates: usize;
  candidateInput: usize;
  lengths: usize;
  stateMask: usize;
  edits: usize;
  /** W_iᵀ, W_fᵀ, W_cᵀ and W_oᵀ, packed, then a gate's sums, and h' as it enters products. */
  scratch: usize;
}

function parameter(weights: usize, first: i32): usize {
  return weights + <usize>first * F;
}

/** Packs those of panels `from` to `to` that are a matrix's own, which begin at `first`: the transpose of [N, K]. */
function packTransposed(matrix: usize, K: i32, N: i32, packed: usize, first: i32, from: i32, to: i32): void {
  packColumns(matrix, K, K, N, packed, panelBytes(K), max(0, from - first), min(panelCount(N), to - first));
}

/** The same of [K, N]. */
function packPlain(matrix: usize, K: i32, N: i32, packed: usize, first: i32, from: i32, to: i32): void {
  packRows(matrix, N, K, N, packed, panelBytes(K), max(0, from - first), min(panelCount(N), to - first));
}

/** Panels of W_i, of W_f, of W_c, then of W_o. */
export function fourGateForwardPack(job: Forward, from: i32, to: i32): void {
  const H = job.H;
  const I = job.I;
  const K = H + I;
  const panelsH = panelCount(H);
  const toF = job.scratch + packedBytes(K, I);
  const toC = toF + packedBytes(K, H);
  const toO = toC + packedBytes(K, H);
  const first = panelCount(I);
  packTransposed(parameter(job.weights, job.weightI), K, I, job.scratch, 0, from, to);
  packTransposed(parameter(job.weights, job.weightF), K, H, toF, first, from, to);
  packTransposed(parameter(job.weights, job.weightC), K, H, toC, first + panelsH, from, to);
  packTransposed(parameter(job.weights, job.weightO), 2 * H, H, toO, first + 2 * panelsH, from, to);
}

/** Bytes of a row of any gate's sums. */
function sumsRow(job: Sizes): usize {
  return <usize>paddedColumns(max(job.H, job.I)) * F;
}

/** Floats in a row of `gates`. */
function gateWidth(job: Sizes): i32 {
  return job.I + 3 * job.H;
}

export function fourGateForward(job: Forward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const I = job.I;
  const K = H + I;
  const packedF = job.scratch + packedBytes(K, I);
  const packedC = packedF + packedBytes(K, H);
  const packedO = packedC + packedBytes(K, H);
  const sums = packedO + packedBytes(2 * H, H);
  const room = sums + <usize>job.B * sumsRow(job);
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, s);
    const h = stateForProduct(job, job.state, job.stateMask, room, t, from, to);
    gateSums(job, t, h, job.scratch, job.biasI, sums, I, from, to);
    for (let b = from; b < to; b++) forwardInputGate(job, t, b, sums);
    gateSums(job, t, h, packedF, job.biasF, sums, H, from, to);
    for (let b = from; b < to; b++) forwardForgetGate(job, t, b, sums, h);
    const input = job.candidateInput + <usize>(t * job.B * K) * F;
    product(input, <usize>K * F, K, packedC, panelBytes(K), 0, 0, sums, sumsRow(job), H, from, to);
    for (let b = from; b < to; b++) forwardCandidate(job, t, b, sums);
    outputSums(job, t, h, packedO, sums, from, to);
    for (let b = from; b < to; b++) forwardState(job, t, b, sums);
  }
}

/** sums [B, N] = bias + [h, x] · packed. */
function gateSums(
  job: Forward,
  t: i32,
  h: usize,
  packed: usize,
  biasPlace: i32,
  sums: usize,
  N: i32,
  from: i32,
  to: i32,
): void {
  const H = job.H;
  const I = job.I;
  const x = job.x + <usize>(t * job.B * I) * F;
  const bias = parameter(job.weights, biasPlace);
  const stride = panelBytes(H + I);
  const row = sumsRow(job);
  product(h, <usize>H * F, H, packed, stride, bias, 0, sums, row, N, from, to);
  product(x, <usize>I * F, I, packed + panelBytes(H), stride, sums, row, sums, row, N, from, to);
}

/** sums [B, H] = b_o + [c, h] · W_oᵀ. */
function outputSums(job: Forward, t: i32, h: usize, packed: usize, sums: usize, from: i32, to: i32): void {
  const H = job.H;
  const width = gateWidth(job);
  const c = job.gates + <usize>(t * job.B * width + job.I + H) * F;
  const bias = parameter(job.weights, job.biasO);
  const stride = panelBytes(2 * H);
  const row = sumsRow(job);
  product(c, <usize>width * F, H, packed, stride, bias, 0, sums, row, H, from, to);
  product(h, <usize>H * F, H, packed + panelBytes(H), stride, sums, row, sums, row, H, from, to);
}

function gateRow(job: Sizes, gates: usize, t: i32, b: i32): usize {
  return gates + <usize>((t * job.B + b) * gateWidth(job)) * F;
}

/** The row of scales of time step t, or 0. */
function editRow(job: Forward, t: i32): usize {
  return job.edits ? job.edits + <usize>(t * (gateWidth(job) + job.H)) * F : 0;
}

/** Bytes from the scales to the offsets. */
function editOffsets(job: Forward): usize {
  return <usize>(job.T * (gateWidth(job) + job.H)) * F;
}

/** i and x ⊙ i; at a masked step zeros, in all that is kept of it. */
function forwardInputGate(job: Forward, t: i32, b: i32, sums: usize): void {
  const I = job.I;
  const H = job.H;
  const row = t * job.B + b;
  const gates = gateRow(job, job.gates, t, b);
  const out = job.candidateInput + <usize>(row * (H + I)) * F;
  if (isMasked(job.lengths, t, b)) {
    clear(gates, gateWidth(job));
    clear(out, H + I);
    return;
  }
  const from = sums + <usize>b * sumsRow(job);
  const x = job.x + <usize>(row * I) * F;
  const edit = editRow(job, t);
  const offsets = editOffsets(job);
  for (let k = 0; k < I; k += 4) {
    const at = <usize>k * F;
    const n = lanesAt(k, I);
    const i = edited(edit ? edit + at : 0, offsets, sigmoid(v128.load(from + at)));
    put(gates + at, i, n);
    put(out + <usize>H * F + at, f32x4.mul(v128.load(x + at), i), n);
  }
}

/** f and h' ⊙ (1 - f). */
function forwardForgetGate(job: Forward, t: i32, b: i32, sums: usize, h: usize): void {
  if (isMasked(job.lengths, t, b)) return;
  const I = job.I;
  const H = job.H;
  const first = <usize>I * F;
  const gates = gateRow(job, job.gates, t, b) + first;
  const out = job.candidateInput + <usize>((t * job.B + b) * (H + I)) * F;
  const from = sums + <usize>b * sumsRow(job);
  const before = h + <usize>(b * H) * F;
  const edit = editRow(job, t) ? editRow(job, t) + first : 0;
  const offsets = editOffsets(job);
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const f = edited(edit ? edit + at : 0, offsets, sigmoid(v128.load(from + at)));
    put(gates + at, f, n);
    put(out + at, f32x4.mul(v128.load(before + at), f32x4.sub(f32x4.splat(1), f)), n);
  }
}

function forwardCandidate(job: Forward, t: i32, b: i32, sums: usize): void {
  if (isMasked(job.lengths, t, b)) return;
  const H = job.H;
  const first = <usize>(job.I + H) * F;
  const gates = gateRow(job, job.gates, t, b) + first;
  const from = sums + <usize>b * sumsRow(job);
  const bias = parameter(job.weights, job.biasC);
  const edit = editRow(job, t) ? editRow(job, t) + first : 0;
  const offsets = editOffsets(job);
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const c = f32x4.add(hyperbolicTangent(v128.load(from + at)), v128.load(bias + at));
    put(gates + at, edited(edit ? edit + at : 0, offsets, c), lanesAt(j, H));
  }
}

/** o and h. */
function forwardState(job: Forward, t: i32, b: i32, sums: usize): void {
  const H = job.H;
  const plane = <usize>H * F;
  const before = job.state + placeBefore(job, t, b);
  const after = job.state + placeAfter(job, t, b);
  if (isMasked(job.lengths, t, b)) {
    memory.copy(after, before, plane);
    return;
  }
  const first = <usize>(job.I + 2 * H) * F;
  const gates = gateRow(job, job.gates, t, b) + first;
  const from = sums + <usize>b * sumsRow(job);
  const edit = editRow(job, t) ? editRow(job, t) + first : 0;
  const offsets = editOffsets(job);
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const o = edited(edit ? edit + at : 0, offsets, sigmoid(v128.load(from + at)));
    const c = v128.load(gates + at - plane);
    const kept = f32x4.mul(f32x4.sub(f32x4.splat(1), o), v128.load(before + at));
    put(gates + at, o, n);
    put(after + at, edited(edit ? edit + plane + at : 0, offsets, fma(o, c, kept)), n);
  }
}

@unmanaged
class Backward extends Sizes {
  dH: usize;
  x: usize;
  weights: usize;
  state: usize;
  gates: usize;
  dParts: usize;
  dInitial: usize;
  stateMask: usize;
  /** W_i, W_f, W_c and W_o, packed, then what comes back through a product, and h' as it enters products. */
  scratch: usize;
}

/** Panels of W_i, of W_f, of W_c, then of W_o. */
export function fourGateBackwardPack(job: Backward, from: i32, to: i32): void {
  const H = job.H;
  const I = job.I;
  const N = H + I;
  const panels = panelCount(N);
  const toF = job.scratch + packedBytes(I, N);
  const toC = toF + packedBytes(H, N);
  const toO = toC + packedBytes(H, N);
  packPlain(parameter(job.weights, job.weightI), I, N, job.scratch, 0, from, to);
  packPlain(parameter(job.weights, job.weightF), H, N, toF, panels, from, to);
  packPlain(parameter(job.weights, job.weightC), H, N, toC, 2 * panels, from, to);
  packPlain(parameter(job.weights, job.weightO), H, 2 * H, toO, 3 * panels, from, to);
}

/** Floats in a row of `dParts`. */
function partWidth(job: Sizes): i32 {
  return 2 * job.I + 4 * job.H;
}

function partRow(job: Backward, t: i32, b: i32): usize {
  return job.dParts + <usize>((t * job.B + b) * partWidth(job)) * F;
}

/** Bytes of a row of what comes back through any of the products. */
function backRow(job: Sizes): usize {
  return <usize>paddedColumns(max(2 * job.H, job.H + job.I)) * F;
}

export function fourGateBackward(job: Backward, from: i32, to: i32, step: i32, stepEnd: i32): void {
  const H = job.H;
  const I = job.I;
  const N = H + I;
  const packedF = job.scratch + packedBytes(I, N);
  const packedC = packedF + packedBytes(H, N);
  const packedO = packedC + packedBytes(H, N);
  const back = packedO + packedBytes(H, 2 * H);
  const row = backRow(job);
  const room = back + <usize>job.B * row;
  const part = <usize>partWidth(job) * F;
  if (step === 0) clear(job.dInitial + <usize>(from * H) * F, (to - from) * H);
  for (let s = step; s < stepEnd; s++) {
    const t = timeAt(job, job.T - 1 - s);
    const dI = partRow(job, t, 0);
    const dF = dI + <usize>I * F;
    const dC = dF + <usize>H * F;
    const dO = dC + <usize>H * F;
    for (let b = from; b < to; b++) backwardOutput(job, t, b);
    product(dO, part, H, packedO, panelBytes(H), 0, 0, back, row, 2 * H, from, to);
    for (let b = from; b < to; b++) backwardCandidate(job, t, b, back);
    product(dC, part, H, packedC, panelBytes(H), 0, 0, back, row, N, from, to);
    const h = stateForProduct(job, job.state, job.stateMask, room, t, from, to);
    for (let b = from; b < to; b++) backwardForgetGate(job, t, b, back, h);
    for (let b = from; b < to; b++) backwardInputGate(job, t, b, back);
    product(dI, part, I, job.scratch, panelBytes(I), 0, 0, back, row, N, from, to);
    product(dF, part, H, packedF, panelBytes(H), back, row, back, row, N, from, to);
    for (let b = from; b < to; b++) backwardInput(job, t, b, back);
  }
}

/** Adds what reached n units of h' through products, from element `at` of dInitial on. */
function addThroughMask(job: Backward, at: usize, value: v128, n: i32): void {
  const carry = job.dInitial + at;
  const old = v128.load(carry);
  put(carry, job.stateMask ? fma(value, v128.load(job.stateMask + at), old) : f32x4.add(value, old), n);
}

/** s (1 - s), the slope of σ. */
function slope(s: v128): v128 {
  return f32x4.mul(s, f32x4.sub(f32x4.splat(1), s));
}

/** da_o and the beginning of dc; leaves g (1 - o) in the carry. */
function backwardOutput(job: Backward, t: i32, b: i32): void {
  const H = job.H;
  const plane = <usize>H * F;
  const gates = gateRow(job, job.gates, t, b) + <usize>(job.I + H) * F;
  const part = partRow(job, t, b) + <usize>(job.I + 2 * H) * F;
  const before = job.state + placeBefore(job, t, b);
  const dH = job.dH + <usize>((t * job.B + b) * H) * F;
  const carry = job.dInitial + <usize>(b * H) * F;
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const c = v128.load(gates + at);
    const o = v128.load(gates + plane + at);
    const g = f32x4.add(v128.load(dH + at), v128.load(carry + at));
    put(part + at, f32x4.mul(f32x4.mul(g, f32x4.sub(c, v128.load(before + at))), slope(o)), n);
    put(part + plane + at, f32x4.mul(g, o), n);
    put(dH + at, g, n);
    put(carry + at, f32x4.mul(g, f32x4.sub(f32x4.splat(1), o)), n);
  }
}

/** dc and da_c, from [e_c, e_1] = `back`. */
function backwardCandidate(job: Backward, t: i32, b: i32, back: usize): void {
  const H = job.H;
  const plane = <usize>H * F;
  const gates = gateRow(job, job.gates, t, b) + <usize>(job.I + H) * F;
  const part = partRow(job, t, b) + <usize>(job.I + H) * F;
  const bias = parameter(job.weights, job.biasC);
  const from = back + <usize>b * backRow(job);
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const squashed = f32x4.sub(v128.load(gates + at), v128.load(bias + at));
    const dc = f32x4.add(v128.load(part + 2 * plane + at), v128.load(from + at));
    put(part + at, f32x4.mul(dc, f32x4.sub(f32x4.splat(1), f32x4.mul(squashed, squashed))), n);
    put(part + 2 * plane + at, dc, n);
    addThroughMask(job, <usize>(b * H) * F + at, v128.load(from + plane + at), n);
  }
}

/** da_f from u, the first H of [u, v] = `back`. */
function backwardForgetGate(job: Backward, t: i32, b: i32, back: usize, h: usize): void {
  const H = job.H;
  const first = <usize>job.I * F;
  const gates = gateRow(job, job.gates, t, b) + first;
  const part = partRow(job, t, b) + first;
  const from = back + <usize>b * backRow(job);
  const before = h + <usize>(b * H) * F;
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    const n = lanesAt(j, H);
    const f = v128.load(gates + at);
    const u = v128.load(from + at);
    put(part + at, f32x4.mul(f32x4.mul(f32x4.neg(u), v128.load(before + at)), slope(f)), n);
    addThroughMask(job, <usize>(b * H) * F + at, f32x4.mul(u, f32x4.sub(f32x4.splat(1), f)), n);
  }
}

/** da_i and the beginning of dx, from v, the last I of [u, v] = `back`. */
function backwardInputGate(job: Backward, t: i32, b: i32, back: usize): void {
  const I = job.I;
  const H = job.H;
  const gates = gateRow(job, job.gates, t, b);
  const part = partRow(job, t, b);
  const x = job.x + <usize>((t * job.B + b) * I) * F;
  const from = back + <usize>b * backRow(job) + <usize>H * F;
  const dx = part + <usize>(I + 4 * H) * F;
  for (let k = 0; k < I; k += 4) {
    const at = <usize>k * F;
    const n = lanesAt(k, I);
    const i = v128.load(gates + at);
    const v = v128.load(from + at);
    put(part + at, f32x4.mul(f32x4.mul(v, v128.load(x + at)), slope(i)), n);
    put(dx + at, f32x4.mul(v, i), n);
  }
}

/** Adds [e_2, w] = `back`. */
function backwardInput(job: Backward, t: i32, b: i32, back: usize): void {
  const I = job.I;
  const H = job.H;
  const from = back + <usize>b * backRow(job);
  const dx = partRow(job, t, b) + <usize>(I + 4 * H) * F;
  for (let j = 0; j < H; j += 4) {
    const at = <usize>j * F;
    addThroughMask(job, <usize>(b * H) * F + at, v128.load(from + at), lanesAt(j, H));
  }
  for (let k = 0; k < I; k += 4) {
    const at = <usize>k * F;
    const w = v128.load(from + <usize>H * F + at);
    put(dx + at, f32x4.add(v128.load(dx + at), w), lanesAt(k, I));
  }
}
