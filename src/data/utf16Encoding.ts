/** UTF-16, by its byte order mark or by its NULs; null for all else. */
export function utf16Encoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return utf16WithoutMark(bytes);
}

/**
 * Digits, delimiters and line ends have a NUL beside them, always on the same side. Of a text in Chinese or Japanese these are few;
 * then all that is decoded has to be what texts are made of.
 */
function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const beginning = bytes.subarray(0, 4096);
  const pairs = beginning.length >> 1;
  const nuls = [0, 0];
  for (let i = 0; i < 2 * pairs; i++) if (beginning[i] === 0) nuls[i & 1]++;
  const [even, odd] = nuls;
  const [many, few] = [Math.max(even, odd), Math.min(even, odd)];
  if (many === 0 || few > 0.05 * pairs) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  // Of a few bytes, one NUL is much.
  if (many >= (pairs < 50 ? 0.4 : 0.3) * pairs) return encoding;
  // Two letters of ASCII look like one of Chinese as well, but nobody writes that with a NUL.
  const high = beginning.filter((byte) => byte >= 0x80).length;
  if (few > 0 || pairs < 50 || high < 0.1 * beginning.length) return null;
  const text = new TextDecoder(encoding).decode(beginning.subarray(0, 2 * pairs), { stream: true });
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\s]*$/u.test(text) ? encoding : null;
}
