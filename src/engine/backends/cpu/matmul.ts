/**
 * Matrix products for the CPU. All three arrangements become rows times rows, C = A·Bᵀ, where both operands are read
 * in order; the other two transpose first, which costs O(size) against O(size · N).
 */
import type { Dims, FloatArray, Operands, RowProduct } from "../../ops/op";
import { transpose } from "../../ops/recurrent";

/** Rows of C computed before the thread may be lent to others. */
const rowsPerSlice = 64;

export function* matmulNT(tensors: Operands, { batch, M, N, K }: Dims): Generator<void> {
  const a = tensors.float("a");
  const b = tensors.float("b");
  const c = tensors.float("c");
  const bias = biasOf(tensors);
  for (let s = 0; s < batch; s++) {
    yield* rowsTimesRows(
      a.subarray(s * M * K, (s + 1) * M * K),
      b.subarray(s * N * K, (s + 1) * N * K),
      c.subarray(s * M * N, (s + 1) * M * N),
      bias,
      { M, N, K },
    );
  }
}

export function* matmulNN(tensors: Operands, { batch, M, N, K }: Dims): Generator<void> {
  const a = tensors.float("a");
  const b = tensors.float("b");
  const c = tensors.float("c");
  const bias = biasOf(tensors);
  const transposed = new Float32Array(N * K);
  for (let s = 0; s < batch; s++) {
    transpose(b.subarray(s * K * N, (s + 1) * K * N), K, N, transposed);
    const rowsOfA = a.subarray(s * M * K, (s + 1) * M * K);
    yield* rowsTimesRows(rowsOfA, transposed, c.subarray(s * M * N, (s + 1) * M * N), bias, { M, N, K });
  }
}

export function* matmulTN(tensors: Operands, { batch, M, N, K }: Dims): Generator<void> {
  const a = tensors.float("a");
  const b = tensors.float("b");
  const c = tensors.float("c");
  const bias = biasOf(tensors);
  const rowsOfA = new Float32Array(M * K);
  const rowsOfB = new Float32Array(N * K);
  for (let s = 0; s < batch; s++) {
    transpose(a.subarray(s * K * M, (s + 1) * K * M), K, M, rowsOfA);
    transpose(b.subarray(s * K * N, (s + 1) * K * N), K, N, rowsOfB);
    yield* rowsTimesRows(rowsOfA, rowsOfB, c.subarray(s * M * N, (s + 1) * M * N), bias, { M, N, K });
  }
}

function biasOf(tensors: Operands): FloatArray | null {
  return tensors.has("bias") ? tensors.float("bias") : null;
}

/** c [M, N] = a [M, K] · b [N, K]ᵀ + bias. */
export const rowsTimesRows: RowProduct = function* (a, b, c, bias, { M, N, K }) {
  for (let m0 = 0; m0 < M; m0 += rowsPerSlice) {
    const mEnd = Math.min(m0 + rowsPerSlice, M);
    // Four rows of B at a time stay in the first-level cache while all rows of the slice pass by.
    for (let n = 0; n < N; n += 4) {
      if (n + 4 <= N) {
        let m = m0;
        for (; m + 2 <= mEnd; m += 2) tile(a, b, c, bias, m, n, N, K);
        for (; m < mEnd; m++) dots(a, b, c, bias, m, n, 4, N, K);
      } else {
        for (let m = m0; m < mEnd; m++) dots(a, b, c, bias, m, n, N - n, N, K);
      }
    }
    yield;
  }
};

/** Two rows of A times four rows of B: eight sums in registers. */
function tile(
  a: FloatArray,
  b: FloatArray,
  c: FloatArray,
  bias: FloatArray | null,
  m: number,
  n: number,
  N: number,
  K: number,
): void {
  let p = m * K;
  let q = p + K;
  let w = n * K;
  let x = w + K;
  let y = x + K;
  let z = y + K;
  let c00 = bias ? bias[n] : 0;
  let c01 = bias ? bias[n + 1] : 0;
  let c02 = bias ? bias[n + 2] : 0;
  let c03 = bias ? bias[n + 3] : 0;
  let c10 = c00;
  let c11 = c01;
  let c12 = c02;
  let c13 = c03;
  for (const end = p + K; p < end; p++, q++, w++, x++, y++, z++) {
    const a0 = a[p];
    const a1 = a[q];
    const b0 = b[w];
    const b1 = b[x];
    const b2 = b[y];
    const b3 = b[z];
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
  }
  const i = m * N + n;
  c[i] = c00;
  c[i + 1] = c01;
  c[i + 2] = c02;
  c[i + 3] = c03;
  c[i + N] = c10;
  c[i + N + 1] = c11;
  c[i + N + 2] = c12;
  c[i + N + 3] = c13;
}

/** One row of A times `count` rows of B, for the edges. */
function dots(
  a: FloatArray,
  b: FloatArray,
  c: FloatArray,
  bias: FloatArray | null,
  m: number,
  n: number,
  count: number,
  N: number,
  K: number,
): void {
  for (let j = n; j < n + count; j++) {
    let sum = bias ? bias[j] : 0;
    for (let k = 0; k < K; k++) sum += a[m * K + k] * b[j * K + k];
    c[m * N + j] = sum;
  }
}
