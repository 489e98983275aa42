/**
 * The bytes of the arrays, texts and blobs that a value holds, each counted once. A file lies on the disk as it is.
 * @param seen what was counted before
 */
export function heldBytes(value: unknown, seen: Set<object>): number {
  let bytes = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === "string") bytes += 2 * one.length;
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    if (one instanceof ArrayBuffer) bytes += one.byteLength;
    else if (ArrayBuffer.isView(one)) waiting.push(one.buffer);
    else if (one instanceof File) continue;
    else if (one instanceof Blob) bytes += one.size;
    else for (const part of Object.values(one)) waiting.push(part);
  }
  return bytes;
}
