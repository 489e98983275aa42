/**
 * The number with the fewest digits that is kept as the same scaled one in single precision: 14.3 of a file, and not the
 * 14.300000073439653 that comes of undoing its scale.
 */
export function fewestDigits(
  stored: number,
  { shift, scale }: { readonly shift: number; readonly scale: number },
): number {
  const value = stored * scale + shift;
  const kept = Math.fround(stored);
  const isKept = (shorter: number) => Math.fround((shorter - shift) / scale) === kept;
  // What is left of 0 has digits of its own.
  if (isKept(0)) return 0;
  for (let digits = 1; digits < 17; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (isKept(shorter)) return shorter;
  }
  return value;
}
