/**
 * Products with a packed matrix. A matrix [K, N] is packed into panels of 8 columns, each [K, 8] and complete with zeros, so
 * that a product reads it in the order in which it lies. One place computes all products: a tile of 4 rows (or 1) and 8 columns, whose sums
 * stay in registers while k runs. Every sum takes its terms in the order of k, whatever the tile, so that no result depends
 * on how rows and columns are divided.
 */
import { F, fma, zero } from "./simd";

export const panelColumns: i32 = 8;
const panelRowBytes: usize = 32;
const tileRows: i32 = 4;
/** Rows that pass by a panel before the next one: with K = 256 they stay in the first-level cache. */
const blockRows: i32 = 32;

export function panelCount(columns: i32): i32 {
  return (columns + panelColumns - 1) / panelColumns;
}

/** Columns of a matrix whose rows are padded to whole panels. */
export function paddedColumns(columns: i32): i32 {
  return panelCount(columns) * panelColumns;
}

export function panelBytes(K: i32): usize {
  return <usize>K * panelRowBytes;
}

/** Bytes of a packed [K, N]. */
export function packedBytes(K: i32, N: i32): usize {
  return panelBytes(K) * panelCount(N);
}

/**
 * Packs panels `from` to `to` of a matrix [K, N] that lies in rows of `rowFloats`.
 *
 * @param packed where panel 0 goes; the next one is `panelStride` bytes after it
 */
export function packRows(
  matrix: usize,
  rowFloats: i32,
  K: i32,
  N: i32,
  packed: usize,
  panelStride: usize,
  from: i32,
  to: i32,
): void {
  for (let p = from; p < to; p++) {
    const columns = min(panelColumns, N - p * panelColumns);
    let target = packed + <usize>p * panelStride;
    let source = matrix + <usize>(p * panelColumns) * F;
    for (let k = 0; k < K; k++) {
      if (columns === panelColumns) {
        v128.store(target, v128.load(source));
        v128.store(target, v128.load(source, 16), 16);
      } else {
        v128.store(target, zero());
        v128.store(target, zero(), 16);
        memory.copy(target, source, <usize>columns * F);
      }
      target += panelRowBytes;
      source += <usize>rowFloats * F;
    }
  }
}

/** Packs panels `from` to `to` of the transpose [K, N] of a matrix [N, K] that lies in rows of `rowFloats`. */
export function packColumns(
  matrix: usize,
  rowFloats: i32,
  K: i32,
  N: i32,
  packed: usize,
  panelStride: usize,
  from: i32,
  to: i32,
): void {
  const row = <usize>rowFloats * F;
  for (let p = from; p < to; p++) {
    for (let half = 0; half < panelColumns; half += 4) {
      const n = p * panelColumns + half;
      const target = packed + <usize>p * panelStride + <usize>half * F;
      packFourColumns(matrix + <usize>n * row, row, K, min(4, N - n), target);
    }
  }
}

/** Half a panel from `count` rows, which may be none, four terms at a time. */
function packFourColumns(source: usize, row: usize, K: i32, count: i32, target: usize): void {
  for (let k = 0; k < K; k += 4) {
    // A row that is not there is zeros.
    const r0 = count > 0 ? v128.load(source) : zero();
    const r1 = count > 1 ? v128.load(source + row) : zero();
    const r2 = count > 2 ? v128.load(source + 2 * row) : zero();
    const r3 = count > 3 ? v128.load(source + 3 * row) : zero();
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
    const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(target, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    if (k + 1 < K) v128.store(target + panelRowBytes, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
    if (k + 2 < K) v128.store(target + 2 * panelRowBytes, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
    if (k + 3 < K) v128.store(target + 3 * panelRowBytes, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
    source += 16;
    target += 4 * panelRowBytes;
  }
}

/**
 * c [rows, N] = start + a [rows, K] · packed [K, N].
 *
 * A row of `a` is `aRow` bytes after the last one, and its elements are as far apart as a `Step` is wide: f32 for a matrix as it
 * lies, v128 for tiles of 4 rows side by side. `start` is one row for all (startRow 0), a matrix (c itself, to add to it), or
 * 0 for none.
 */
export function multiply<Step>(
  a: usize,
  aRow: usize,
  packed: usize,
  panelStride: usize,
  K: i32,
  start: usize,
  startRow: usize,
  c: usize,
  cRow: usize,
  rows: i32,
  N: i32,
): void {
  for (let m0 = 0; m0 < rows; m0 += blockRows) {
    const mEnd = min(rows, m0 + blockRows);
    for (let n = 0; n < N; n += panelColumns) {
      const panel = packed + <usize>(n / panelColumns) * panelStride;
      const columns = N - n;
      const offset = <usize>n * F;
      let m = m0;
      for (; m + tileRows <= mEnd; m += tileRows) {
        const row = <usize>m;
        const at = start ? start + row * startRow + offset : 0;
        tile4<Step>(a + row * aRow, aRow, panel, K, at, startRow, c + row * cRow + offset, cRow, columns);
      }
      for (; m < mEnd; m++) {
        const row = <usize>m;
        const at = start ? start + row * startRow + offset : 0;
        tile1<Step>(a + row * aRow, panel, K, at, c + row * cRow + offset, columns);
      }
    }
  }
}

function tile4<Step>(
  a: usize,
  aRow: usize,
  panel: usize,
  K: i32,
  start: usize,
  startRow: usize,
  c: usize,
  cRow: usize,
  columns: i32,
): void {
  let c00 = v128.load(start);
  let c01 = v128.load(start, 16);
  let c10 = v128.load(start + startRow);
  let c11 = v128.load(start + startRow, 16);
  let c20 = v128.load(start + 2 * startRow);
  let c21 = v128.load(start + 2 * startRow, 16);
  let c30 = v128.load(start + 3 * startRow);
  let c31 = v128.load(start + 3 * startRow, 16);
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  const end = panel + panelBytes(K);
  while (panel < end) {
    const b0 = v128.load(panel);
    const b1 = v128.load(panel, 16);
    const s0 = v128.load32_splat(a);
    c00 = fma(s0, b0, c00);
    c01 = fma(s0, b1, c01);
    const s1 = v128.load32_splat(a1);
    c10 = fma(s1, b0, c10);
    c11 = fma(s1, b1, c11);
    const s2 = v128.load32_splat(a2);
    c20 = fma(s2, b0, c20);
    c21 = fma(s2, b1, c21);
    const s3 = v128.load32_splat(a3);
    c30 = fma(s3, b0, c30);
    c31 = fma(s3, b1, c31);
    panel += panelRowBytes;
    a += sizeof<Step>();
    a1 += sizeof<Step>();
    a2 += sizeof<Step>();
    a3 += sizeof<Step>();
  }
  putRow(c, c00, c01, columns);
  putRow(c + cRow, c10, c11, columns);
  putRow(c + 2 * cRow, c20, c21, columns);
  putRow(c + 3 * cRow, c30, c31, columns);
}

function tile1<Step>(a: usize, panel: usize, K: i32, start: usize, c: usize, columns: i32): void {
  let c0 = v128.load(start);
  let c1 = v128.load(start, 16);
  const end = panel + panelBytes(K);
  while (panel < end) {
    const s = v128.load32_splat(a);
    c0 = fma(s, v128.load(panel), c0);
    c1 = fma(s, v128.load(panel, 16), c1);
    panel += panelRowBytes;
    a += sizeof<Step>();
  }
  putRow(c, c0, c1, columns);
}

function putRow(to: usize, low: v128, high: v128, columns: i32): void {
  if (columns >= panelColumns) {
    v128.store(to, low);
    v128.store(to, high, 16);
  } else putFirst(to, low, high, columns);
}

function putFirst(to: usize, low: v128, high: v128, columns: i32): void {
  let rest = low;
  let n = columns;
  if (n >= 4) {
    v128.store(to, low);
    rest = high;
    to += 16;
    n -= 4;
  }
  if (n > 0) f32.store(to, f32x4.extract_lane(rest, 0));
  if (n > 1) f32.store(to, f32x4.extract_lane(rest, 1), F);
  if (n > 2) f32.store(to, f32x4.extract_lane(rest, 2), 2 * F);
}
