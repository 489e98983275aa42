import { type Dims, type Op, type Operands, read, type Slot, write } from "./op";

/**
 * Batched matrix products, one op per arrangement of the operands; C is [batch, M, N] and K is summed over:
 *
 *     matmulNN   C = A·B + bias      A [batch, M, K], B [batch, K, N]
 *     matmulNT   C = A·Bᵀ + bias     A [batch, M, K], B [batch, N, K]
 *     matmulTN   C = Aᵀ·B + bias     A [batch, K, M], B [batch, K, N]
 *
 * Row-major; bias [N] is optional and added to every row. C may not be A or B.
 */
type Mode = "NN" | "NT" | "TN";

const bias: Slot = { access: "read", type: "f32", shape: ({ N }) => [N], optional: true };

function matmul(mode: Mode): Op {
  const transposeA = mode === "TN";
  const transposeB = mode === "NT";
  return {
    name: `matmul${mode}`,
    dims: ["batch", "M", "N", "K"],
    slots: {
      a: read(({ batch, M, K }) => (transposeA ? [batch, K, M] : [batch, M, K])),
      b: read(({ batch, N, K }) => (transposeB ? [batch, N, K] : [batch, K, N])),
      c: write(({ batch, M, N }) => [batch, M, N]),
      bias,
    },
    cost: ({ batch, M, N, K }) => 2 * batch * M * N * K,
    reference: (tensors, dims) => multiply(tensors, dims, transposeA, transposeB),
  };
}

function multiply(
  tensors: Operands,
  { batch, M, N, K }: Dims,
  transposeA: boolean,
  transposeB: boolean,
): void {
  const a = tensors.float("a");
  const b = tensors.float("b");
  const c = tensors.float("c");
  const [aRow, aColumn] = transposeA ? [1, M] : [K, 1];
  const [bRow, bColumn] = transposeB ? [1, K] : [N, 1];
  for (let s = 0; s < batch; s++) {
    for (let m = 0; m < M; m++) {
      for (let n = 0; n < N; n++) {
        let sum = tensors.has("bias") ? tensors.float("bias")[n] : 0;
        const aStart = s * M * K + m * aRow;
        const bStart = s * K * N + n * bColumn;
        for (let k = 0; k < K; k++) sum += a[aStart + k * aColumn] * b[bStart + k * bRow];
        c[(s * M + m) * N + n] = sum;
      }
    }
  }
}

export const matmulNN = matmul("NN");
export const matmulNT = matmul("NT");
export const matmulTN = matmul("TN");
