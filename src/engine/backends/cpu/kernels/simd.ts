/** Vectors of four floats: what the kernels need beside WebAssembly's own instructions. */

/** Bytes of a float, and of a vector. */
export const F: usize = 4;
export const vectorBytes: usize = 16;

export function zero(): v128 {
  return f32x4.splat(0);
}

/** a · b + c, rounded once where there is relaxed SIMD and twice elsewhere: the same in every kernel of a module. */
export function fma(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * Stores the first n lanes. Loads need no such thing: every allocation ends in spare bytes, so that a vector may be read
 * from anywhere, and what lies beyond a row is not stored.
 */
export function put(to: usize, value: v128, n: i32): void {
  if (n === 4) v128.store(to, value);
  else putFirst(to, value, n);
}

function putFirst(to: usize, value: v128, n: i32): void {
  f32.store(to, f32x4.extract_lane(value, 0));
  if (n > 1) f32.store(to, f32x4.extract_lane(value, 1), F);
  if (n > 2) f32.store(to, f32x4.extract_lane(value, 2), 2 * F);
}

/** All bits of the first n lanes. */
export function firstLanes(n: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(n));
}

/** The sum of the lanes, in a fixed order. */
export function laneSum(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/** How many of the next four of `count` values from place i on there are. */
export function lanesAt(i: i32, count: i32): i32 {
  return min(4, count - i);
}

/** [length] = 0. */
export function clear(to: usize, length: i32): void {
  memory.fill(to, 0, <usize>length * F);
}
