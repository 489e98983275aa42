/**
 * Functions of vectors by polynomials. Their largest relative errors, which `activations.test.ts` holds them to:
 *
 *     exponential    3e-7 from -87 to 88; 0 below and ∞ above
 *     sigmoid        5e-7 where it is a normal number; 0 and 1 beyond
 *     hyperbolicTangent   1e-6, around 0 as well; ±1 from ±10 on
 *     logOnePlus     5e-7 from 0 to 1
 *
 * NaN stays NaN in all of them.
 */
import { fma } from "./simd";

/** Added to a number below 2²², it leaves the nearest integer in the low bits. */
const rounder: f32 = 12582912;

function constant(value: f32): v128 {
  return f32x4.splat(value);
}

/** Between bounds. NaN stays, as with `f32x4.pmin` the first operand does. */
function clamp(x: v128, low: f32, high: f32): v128 {
  return f32x4.pmax(f32x4.pmin(x, constant(high)), constant(low));
}

/**
 * exp(x) = 2ⁿ exp(r) with n = round(x / ln 2); |r| <= ln 2 / 2 takes the polynomial of Cephes' `expf`. The bounds are those
 * at which the bits of 2ⁿ become those of 0 and of ∞.
 */
export function exponential(argument: v128): v128 {
  const x = clamp(argument, -88.02, 88.7);
  const rounded = fma(x, constant(<f32>Math.LOG2E), constant(rounder));
  const n = f32x4.sub(rounded, constant(rounder));
  const most = fma(n, constant(-0.693359375), x);
  const r = fma(n, constant(2.1219444e-4), most);
  let p = fma(constant(1.98756915e-4), r, constant(1.3981999507e-3));
  p = fma(p, r, constant(8.3334519073e-3));
  p = fma(p, r, constant(4.1665795894e-2));
  p = fma(p, r, constant(1.6666665459e-1));
  p = fma(p, r, constant(5.0000001201e-1));
  p = fma(fma(p, r, constant(1)), r, constant(1));
  const power = i32x4.add(i32x4.shl(rounded, 23), i32x4.splat(0x3f800000));
  return f32x4.mul(p, power);
}

/** σ(x) = 1 / (1 + exp(-x)). */
export function sigmoid(x: v128): v128 {
  return f32x4.div(constant(1), f32x4.add(constant(1), exponential(f32x4.neg(x))));
}

/**
 * tanh(x), as the quotient of an odd and an even polynomial: Eigen's `generic_fast_tanh_float`, both divided by the last
 * coefficient of the even one, so that nothing vanishes where x is small.
 */
export function hyperbolicTangent(argument: v128): v128 {
  // At its bounds the quotient is a little more than 1, which the last line cuts off.
  const x = clamp(argument, -10, 10);
  const y = f32x4.mul(x, x);
  let p = fma(constant(-5.641676241e-14), y, constant(4.0874172074e-11));
  p = fma(p, y, constant(-1.7583789182e-8));
  p = fma(p, y, constant(1.0467499188e-5));
  p = fma(p, y, constant(0.0030360983153));
  p = fma(p, y, constant(0.13022553368));
  p = f32x4.mul(x, fma(p, y, constant(0.99999987195)));
  let q = fma(constant(0.0002448660933), y, constant(0.024222763998));
  q = fma(q, y, constant(0.4635583851));
  q = fma(q, y, constant(1));
  return clamp(f32x4.div(p, q), -1, 1);
}

/** log(1 + u) = 2 artanh(u / (2 + u)), for u from 0 to 1. */
export function logOnePlus(u: v128): v128 {
  const s = f32x4.div(u, f32x4.add(u, constant(2)));
  const y = f32x4.mul(s, s);
  let p = fma(constant(2.0 / 13.0), y, constant(2.0 / 11.0));
  p = fma(p, y, constant(2.0 / 9.0));
  p = fma(p, y, constant(2.0 / 7.0));
  p = fma(p, y, constant(2.0 / 5.0));
  p = fma(p, y, constant(2.0 / 3.0));
  p = fma(p, y, constant(2));
  return f32x4.mul(s, p);
}
