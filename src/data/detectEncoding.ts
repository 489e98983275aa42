/** The likeliest encoding of a file from its first bytes, as a label of TextDecoder. */
import { encodingByLetters } from "./alphabets";
import { decoderOf } from "./decoderOf";
import { dosEncodings, type Encoding } from "./encodings";
import { isIso2022Jp } from "./isIso2022Jp";
import { joinedBytes } from "./joinedBytes";
import { firstUtf8Defect, isMostlyUtf8 } from "./utf8";
import { utf16Encoding } from "./utf16Encoding";

/**
 * @param sample of the file, from the beginning of a character on; its last character may be cut
 * @throws where the library that tells other encodings cannot be loaded
 */
export async function detectEncoding(sample: Uint8Array): Promise<Encoding> {
  const marked = utf16Encoding(sample);
  if (marked) return marked;
  if (isIso2022Jp(sample)) return "iso-2022-jp";
  const defect = firstUtf8Defect(sample);
  if (defect === null || defect.cutOff || isMostlyUtf8(sample)) return "utf-8";
  // Most files are UTF-8, and do not need the library, which is large.
  const { chardet } = await import("jschardet");
  const bytes = telling(sample, defect.byteOffset);
  const guesses = chardet
    .detectAll(bytes, {
      includeEncodings: [...platformNames.keys()],
      compatNames: false,
      ignoreThreshold: true,
    })
    .flatMap(({ encoding, confidence }): Guess[] => {
      const own = platformNames.get(encoding ?? "");
      return own ? [{ encoding: own, confidence }] : [];
    });
  return encodingByLetters(bytes, choose(guesses, bytes));
}

interface Guess {
  readonly encoding: Encoding;
  readonly confidence: number;
}

/** Bytes above 0x7F, of which fewer are but a sign or two, and how much likelier than Western Europe's they have to be another's. */
const [fewBytes, clearly] = [8, 2.5];
/** Confidences that are as near to each other say nothing. */
const alike = 0.97;

/** @param guesses the likeliest first */
function choose(guesses: readonly Guess[], bytes: Uint8Array): Encoding {
  const western = "windows-1252";
  const of = (name: Encoding) => guesses.find(({ encoding }) => encoding === name)?.confidence ?? 0;
  const [first] = guesses;
  if (!first) return western;
  // They have the letters of many languages at the same places, and most of Europe had this one.
  const isEither =
    (first.encoding === "ibm437" && of("ibm850") >= alike * first.confidence) ||
    (isOfDos(first.encoding) && textOf(bytes, first.encoding) === textOf(bytes, "ibm850"));
  const best: Guess = isEither ? { ...first, encoding: "ibm850" } : first;
  const high = bytes.filter((byte) => byte >= 0x80);
  if (high.length < fewBytes && clearly * of(western) >= best.confidence)
    return isOfDos(best.encoding) && hasSignsInWords(bytes) ? best.encoding : western;
  // Czech, Slovak and Polish have letters at 80 to 9F on Windows, where ISO 8859-2 has none.
  const isBare = best.encoding === "windows-1250" && high.every((byte) => byte >= 0xa0);
  return isBare && of("iso-8859-2") >= alike * best.confidence ? "iso-8859-2" : best.encoding;
}

const textOf = (bytes: Uint8Array, encoding: Encoding) => decoderOf(encoding).decode(bytes);

const isOfDos = (encoding: Encoding) => dosEncodings.some((one) => one === encoding);

/** Bytes that are letters in encodings of DOS, and on Windows signs that nobody writes within a word, such as "¤" or nothing at all. */
const signs =
  /[\x81\x8d\x8f\x90\x9d]|[a-z\xc0-\xff][\x80\x82\x84\x86-\x89\x8b\x94\x95\x98\x99\x9b\xa1-\xa9\xab\xac\xae-\xb3\xb5\xb6\xb8\xb9\xbb-\xbf]+[a-z\xc0-\xff]/i;

/** The file's bytes as characters of the same number. */
const hasSignsInWords = (bytes: Uint8Array) =>
  signs.test(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** More says nothing that this much does not. */
const tellingBytes = 64 * 1024;

/** The lines with bytes beyond ASCII, from a place on: a long preface in English tells nothing, and rows of numbers make all likelier alike. */
function telling(bytes: Uint8Array, place: number): Uint8Array {
  const lines: Uint8Array[] = [];
  let length = 0;
  for (let at = place; at < bytes.length && length < tellingBytes; ) {
    const start = bytes.lastIndexOf(0x0a, at) + 1;
    const end = bytes.indexOf(0x0a, at);
    const next = end < 0 ? bytes.length : end + 1;
    const line = bytes.subarray(at - start > tellingBytes ? at : start, next).subarray(0, tellingBytes);
    lines.push(line);
    length += line.length;
    for (at = next; at < bytes.length && bytes[at] < 0x80; ) at++;
  }
  return joinedBytes(lines);
}

/**
 * The library's names of encodings, those of Python's decoders, for which the platform has one that reads the same or more; without
 * those that hardly a file is in, which a few bytes would be taken for.
 */
const platformNames: ReadonlyMap<string, Encoding> = new Map([
  ["gb18030", "gb18030"],
  ["big5hkscs", "big5"],
  ["cp932", "shift_jis"],
  ["euc_jis_2004", "euc-jp"],
  ["cp949", "euc-kr"],
  ["euc_kr", "euc-kr"],
  ["cp1250", "windows-1250"],
  ["iso8859-2", "iso-8859-2"],
  ["cp1251", "windows-1251"],
  ["koi8-r", "koi8-r"],
  ["koi8-u", "koi8-u"],
  ["iso8859-5", "iso-8859-5"],
  ["cp866", "ibm866"],
  ["mac-cyrillic", "x-mac-cyrillic"],
  ["cp1252", "windows-1252"],
  ["iso8859-1", "windows-1252"],
  ["iso8859-15", "iso-8859-15"],
  ["mac-roman", "macintosh"],
  ["cp437", "ibm437"],
  ["cp850", "ibm850"],
  ["cp858", "ibm850"],
  ["cp852", "ibm852"],
  ["cp1253", "windows-1253"],
  ["iso8859-7", "iso-8859-7"],
  ["cp1254", "windows-1254"],
  ["iso8859-9", "windows-1254"],
  ["cp1255", "windows-1255"],
  ["iso8859-8", "windows-1255"],
  ["cp1256", "windows-1256"],
  ["iso8859-6", "iso-8859-6"],
  ["cp874", "windows-874"],
  ["tis-620", "windows-874"],
  ["cp1258", "windows-1258"],
  ["cp1257", "windows-1257"],
  ["iso8859-13", "iso-8859-13"],
  ["iso8859-4", "iso-8859-4"],
]);
