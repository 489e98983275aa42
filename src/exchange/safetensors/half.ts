/** Numbers of half precision (IEEE 754 binary16) as their bits: a sign, 5 bits of exponent, 10 of fraction. */

/** The largest that it has. */
export const mostHalf = 65504;

export function ofHalf(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

/** The nearest, of two as near the even one; of a finite number whose size is at most `mostHalf`. */
export function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size === 0) return sign;
  // Numbers below 2⁻¹⁴ all have the spacing of those at it.
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const units = evenlyRounded(size / 2 ** (exponent - 10));
  // A fraction that rounds up to 2 carries into the exponent by itself.
  return sign | ((exponent + 14) * 1024 + units);
}

function evenlyRounded(value: number): number {
  const below = Math.floor(value);
  const over = value - below;
  return over > 0.5 || (over === 0.5 && below % 2 === 1) ? below + 1 : below;
}
