const highBits = 0x80808080;
const escapeByte = 0x1b;

/** Whether bytes are those of ASCII alone, and stay so: escape may begin another alphabet. */
export function isAscii(bytes: Uint8Array): boolean {
  if (bytes.includes(escapeByte)) return false;
  const before = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4);
  const words = (bytes.length - before) >> 2;
  const behind = before + 4 * words;
  for (let i = 0; i < before; i++) if (bytes[i] >= 0x80) return false;
  for (let i = behind; i < bytes.length; i++) if (bytes[i] >= 0x80) return false;
  // Four at once.
  const quads = new Uint32Array(bytes.buffer, bytes.byteOffset + before, words);
  for (let i = 0; i < words; i++) if ((quads[i] & highBits) !== 0) return false;
  return true;
}
