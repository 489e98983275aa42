const highBits = 0x80808080;
const escapeByte = 0x1b;

/** Whether bytes are those of ASCII alone, and stay so: escape may begin another alphabet. */
export function isAscii(bytes: Uint8Array): boolean {
  if (bytes.includes(escapeByte)) return false;
  const before = (4 - (bytes.byteOffset % 4)) % 4;
  const words = Math.max(0, bytes.length - before) >> 2;
  const behind = words === 0 ? 0 : before + 4 * words;
  for (let i = behind; i < bytes.length; i++) if (bytes[i] >= 0x80) return false;
  if (words === 0) return true;
  for (let i = 0; i < before; i++) if (bytes[i] >= 0x80) return false;
  // Four at once.
  const quads = new Uint32Array(bytes.buffer, bytes.byteOffset + before, words);
  for (let i = 0; i < words; i++) if ((quads[i] & highBits) !== 0) return false;
  return true;
}
