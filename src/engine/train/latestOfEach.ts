/**
 * Windows of several series: the latest of each validate, and as many before them as read or forecast the same rows are left out,
 * but no more than half. What a series is too short for the next one makes up, so that the share is right in all.
 *
 * @param windows of one series after the other, each in order of time
 */
export function latestOfEach(
  windows: Int32Array,
  groupOf: (index: number) => number,
  { share, distance }: { readonly share: number; readonly distance: number },
): { readonly train: Int32Array; readonly validation: Int32Array } {
  const train: number[] = [];
  const validation: number[] = [];
  let due = 0;
  for (let from = 0, to = 0; from < windows.length; from = to) {
    while (to < windows.length && groupOf(windows[to]) === groupOf(windows[from])) to++;
    const count = to - from;
    due += share * count;
    const validating = Math.min(Math.round(due), Math.max(0, count - 1));
    due -= validating;
    const first = count - validating;
    const apart = validating > 0 ? Math.min(distance, Math.floor(first / 2)) : 0;
    // One by one: a call takes no more arguments than its stack has room for.
    for (const window of windows.subarray(from, from + first - apart)) train.push(window);
    for (const window of windows.subarray(from + first, to)) validation.push(window);
  }
  // Where each has but one window, the last series validates.
  if (validation.length === 0) validation.push(...train.splice(-1));
  return { train: Int32Array.from(train), validation: Int32Array.from(validation) };
}
