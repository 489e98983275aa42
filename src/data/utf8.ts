/** Where bytes stop being UTF-8, for a message that says where to look, and how much of them is UTF-8 all the same. */

export interface Utf8Defect {
  readonly byteOffset: number;
  /** The bytes end before the character that begins at `byteOffset` does. */
  readonly cutOff: boolean;
}

/** The first byte that begins no well-formed character (Unicode 15, table 3-7), or null if there is none. */
export function firstUtf8Defect(bytes: Uint8Array): Utf8Defect | null {
  let i = 0;
  while (i < bytes.length) {
    if (bytes[i] < 0x80) {
      i++;
      continue;
    }
    const matched = matchedBytes(bytes, i);
    if (matched === 0 || matched < sequenceLength(bytes[i]))
      return { byteOffset: i, cutOff: isCutOff(bytes, i, matched) };
    i += matched;
  }
  return null;
}

export interface Utf8Counts {
  /** Well-formed characters of more than one byte. */
  readonly characters: number;
  /** Places that TextDecoder puts a U+FFFD at; a character that the end cuts off is none. */
  readonly defects: number;
}

export function countUtf8(bytes: Uint8Array): Utf8Counts {
  let characters = 0;
  let defects = 0;
  let i = 0;
  while (i < bytes.length) {
    if (bytes[i] < 0x80) {
      i++;
      continue;
    }
    const matched = matchedBytes(bytes, i);
    if (matched > 0 && matched === sequenceLength(bytes[i])) characters++;
    else if (!isCutOff(bytes, i, matched)) defects++;
    i += Math.max(1, matched);
  }
  return { characters, defects };
}

/** Whole characters of several bytes are all but impossible elsewhere: a few wrong bytes among many of them are mistakes. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { characters, defects } = countUtf8(bytes);
  return characters > 2 * defects;
}

/** How many bytes from `i` on can begin a character of several bytes, or are one. */
function matchedBytes(bytes: Uint8Array, i: number): number {
  const length = sequenceLength(bytes[i]);
  for (let k = 1; k < length; k++)
    if (i + k === bytes.length || !continues(bytes[i], k, bytes[i + k])) return k;
  return length;
}

const isCutOff = (bytes: Uint8Array, i: number, matched: number): boolean =>
  matched > 0 && i + matched === bytes.length;

/** Bytes of the character that a lead byte announces; 0 if the byte is no lead byte. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** The second byte is narrower after some leads: that excludes overlong forms, surrogates and beyond U+10FFFF. */
function continues(lead: number, position: number, byte: number): boolean {
  if (position > 1) return byte >= 0x80 && byte <= 0xbf;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= lowest && byte <= highest;
}

/** The line, counted from 1, in which a byte stands; CR, LF and CRLF each end a line. */
export function lineOfByte(bytes: Uint8Array, byteOffset: number): number {
  let line = 1;
  for (let i = 0; i < byteOffset; i++) {
    const endsLine = bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a);
    if (endsLine) line++;
  }
  return line;
}
