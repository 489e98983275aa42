/**
 * `ops/matmul.ts`. K is divided into blocks of at most `blockTerms`, and a step is one block of one matrix of the batch: first
 * panels of B's block are packed, then tiles of rows are multiplied, which begin with the bias in the first block and with C in
 * the later ones.
 */
import { multiply, packColumns, packedBytes, packRows, panelBytes } from "./panels";
import { F, vectorBytes } from "./simd";

/** Terms of a sum in one block; `kernelTable.ts` counts scratch with it. */
const blockTerms: i32 = 256;
const tileRows: i32 = 4;

@unmanaged
class Matmul {
  batch: i32;
  M: i32;
  N: i32;
  K: i32;
  a: usize;
  b: usize;
  c: usize;
  bias: usize;
  scratch: usize;
}

function blocksOf(K: i32): i32 {
  return (K + blockTerms - 1) / blockTerms;
}

/** Which matrix of the batch, and from which k to which: what a step stands for. */
function matrixOf(K: i32, step: i32): i32 {
  return step / blocksOf(K);
}

function firstTerm(K: i32, step: i32): i32 {
  return (step % blocksOf(K)) * blockTerms;
}

/** Packs panels of B [batch, K, N]. */
export function matmulPackRows(job: Matmul, from: i32, to: i32, step: i32): void {
  const k = firstTerm(job.K, step);
  const terms = min(blockTerms, job.K - k);
  const block = job.b + <usize>(matrixOf(job.K, step) * job.K + k) * job.N * F;
  packRows(block, job.N, terms, job.N, job.scratch, panelBytes(terms), from, to);
}

/** Packs panels of Bᵀ, B [batch, N, K]. */
export function matmulPackColumns(job: Matmul, from: i32, to: i32, step: i32): void {
  const k = firstTerm(job.K, step);
  const terms = min(blockTerms, job.K - k);
  const block = job.b + (<usize>matrixOf(job.K, step) * job.N * job.K + k) * F;
  packColumns(block, job.K, terms, job.N, job.scratch, panelBytes(terms), from, to);
}

/** Tiles `from` to `to` of C, A [batch, M, K]. */
export function matmulRows(job: Matmul, from: i32, to: i32, step: i32): void {
  const matrix = matrixOf(job.K, step);
  const k = firstTerm(job.K, step);
  const terms = min(blockTerms, job.K - k);
  const row = from * tileRows;
  const rows = min(job.M, to * tileRows) - row;
  const a = job.a + (<usize>(matrix * job.M + row) * job.K + k) * F;
  const c = job.c + <usize>(matrix * job.M + row) * job.N * F;
  const cRow = <usize>job.N * F;
  const start = k > 0 ? c : job.bias;
  const startRow = k > 0 ? cRow : 0;
  multiply<f32>(
    a,
    <usize>job.K * F,
    job.scratch,
    panelBytes(terms),
    terms,
    start,
    startRow,
    c,
    cRow,
    rows,
    job.N,
  );
}

/** Tiles `from` to `to` of C, A [batch, K, M]: each tile's columns of A are packed side by side first. */
export function matmulColumns(job: Matmul, from: i32, to: i32, step: i32): void {
  const matrix = matrixOf(job.K, step);
  const k = firstTerm(job.K, step);
  const terms = min(blockTerms, job.K - k);
  const cRow = <usize>job.N * F;
  const tiles = job.scratch + packedBytes(min(blockTerms, job.K), job.N);
  for (let tile = from; tile < to; tile++) {
    const m = tile * tileRows;
    const rows = min(tileRows, job.M - m);
    const a = tiles + <usize>tile * blockTerms * vectorBytes;
    packTile(job.a + (<usize>(matrix * job.K + k) * job.M + m) * F, job.M, terms, a);
    const c = job.c + <usize>(matrix * job.M + m) * job.N * F;
    const start = k > 0 ? c : job.bias;
    const startRow = k > 0 ? cRow : 0;
    multiply<v128>(a, F, job.scratch, panelBytes(terms), terms, start, startRow, c, cRow, rows, job.N);
  }
}

/** Four columns of a matrix of rows of M; what lies beyond its last column is read and never used. */
function packTile(columns: usize, M: i32, terms: i32, to: usize): void {
  const rowBytes = <usize>M * F;
  for (const end = to + <usize>terms * vectorBytes; to < end; to += vectorBytes) {
    v128.store(to, v128.load(columns));
    columns += rowBytes;
  }
}
