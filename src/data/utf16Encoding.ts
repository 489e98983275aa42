/** UTF-16, by its byte order mark or by what its bytes would be in either order; null for all else. */
export function utf16Encoding(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return utf16WithoutMark(bytes);
}

type Utf16 = "utf-16le" | "utf-16be";

export const isUtf16 = (encoding: string): encoding is Utf16 =>
  encoding === "utf-16le" || encoding === "utf-16be";

/**
 * Line ends, spaces, digits and delimiters have a NUL beside them, Russian letters a 4, Chinese commas a 12. In the right order all is
 * what texts are made of; where it is in both, letters of a language are of few blocks of 256.
 */
function utf16WithoutMark(bytes: Uint8Array): Utf16 | null {
  const beginning = bytes.subarray(0, 4096);
  const whole = beginning.subarray(0, beginning.length & ~1);
  if (!isOfAlphabet(whole) && !isOfIdeographs(whole)) return null;
  const likely = (["utf-16le", "utf-16be"] as const).filter((encoding) => isText(whole, encoding));
  if (likely.length < 2) return likely[0] ?? null;
  return blocks(whole, 1) <= blocks(whole, 0) ? "utf-16le" : "utf-16be";
}

/** Of fewer, NULs alone tell. */
const fewPairs = 8;

/** Always on the same side; of a few characters, one is much. */
function isOfAlphabet(bytes: Uint8Array): boolean {
  const pairs = bytes.length / 2;
  const count = (from: number, is: (byte: number) => boolean) =>
    bytes.filter((byte, i) => i % 2 === from && is(byte)).length;
  const nuls = [0, 1].map((from) => count(from, (byte) => byte === 0));
  const side = nuls[0] > nuls[1] ? 0 : 1;
  if (nuls[side] === 0 || nuls[1 - side] > 0.05 * pairs) return false;
  const enough = (pairs < 50 ? 0.4 : 0.3) * pairs;
  return nuls[side] >= enough || (pairs >= fewPairs && count(side, isControl) >= enough);
}

/** Two letters of ASCII look like one of Chinese as well, but nobody writes controls or bytes above 0x7F with those. */
const isOfIdeographs = (bytes: Uint8Array): boolean =>
  bytes.length >= 2 * fewPairs &&
  bytes.some(isControl) &&
  bytes.filter((byte) => byte >= 0x80).length >= 0.1 * bytes.length;

/** Of ASCII, but for tabulator, line ends and escape, which encodings of Japanese begin with. */
const isControl = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b;

/** But for one character of a hundred. */
function isText(bytes: Uint8Array, encoding: Utf16): boolean {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  const strange = text.match(/\uFFFD|[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\s]/gu)?.length ?? 0;
  return strange <= 0.01 * text.length;
}

/** How many different bytes there are at even places, or at odd ones. */
const blocks = (bytes: Uint8Array, from: 0 | 1): number =>
  new Set(bytes.filter((_, i) => i % 2 === from)).size;
