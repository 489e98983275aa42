/** Bytes of ASCII alone, in which sequences that begin with escape change to Japanese and back. */
export const isIso2022Jp = (bytes: Uint8Array): boolean =>
  hasJapaneseEscape(bytes) && bytes.every((byte) => byte < 0x80);

/** Escape, $, and @ or B. */
function hasJapaneseEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
  return false;
}
