/** For sentences: 1234 becomes "1,234". */
export function formatCount(value: number): string {
  return value.toLocaleString("en-US");
}
