/** The likeliest encoding of a file from its first bytes, as a label of TextDecoder. */
import { analyse } from "chardet";
import { type Encoding, isEncoding } from "./encodings";
import { isIso2022Jp } from "./isIso2022Jp";
import { firstUtf8Defect, isMostlyUtf8 } from "./utf8";
import { utf16Encoding } from "./utf16Encoding";

/** Of 100: from the first on, the library's statistics of letters are believed; from the second, where nothing else tells. */
const [certain, likely] = [50, 30];
/** High bytes; a few words are too little. */
const enoughForStatistics = 100;

/** @param sample of the file, from the beginning of a character on; its last character may be cut */
export function detectEncoding(sample: Uint8Array): Encoding {
  const marked = utf16Encoding(sample) ?? byteOrderMark(sample);
  if (marked) return marked;
  if (isIso2022Jp(sample)) return "iso-2022-jp";
  const defect = firstUtf8Defect(sample);
  if (defect === null || defect.cutOff) return "utf-8";
  if (isMostlyUtf8(sample)) return "utf-8";
  if (isThai(sample)) return "windows-874";
  const guesses = byStatistics(sample);
  const from = (confidence: number) => guesses.find((guess) => guess.confidence >= confidence)?.encoding;
  const byForm = () => chineseOrKorean(sample) ?? cyrillicOrHebrew(sample);
  const isLong = sample.filter((byte) => byte >= 0x80).length >= enoughForStatistics;
  return (isLong && from(certain)) || byForm() || from(likely) || "windows-1252";
}

const byteOrderMark = (bytes: Uint8Array): "utf-8" | null =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : null;

/** Words in a row, in bytes that Thai has characters for, with its vowels that stand before and its signs of tone. */
function isThai(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80);
  const inThai = (byte: number) =>
    (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb) || byte === 0xa0;
  const share = (low: number, to: number) =>
    high.filter((byte) => byte >= low && byte <= to).length / high.length;
  return high.length >= 100 && high.every(inThai) && share(0xe0, 0xee) > 0.08 && share(0xa1, 0xaf) > 0.08;
}

/** Runs of bytes above 0x7F. */
function highRuns(bytes: Uint8Array): Uint8Array[] {
  const runs: Uint8Array[] = [];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    const start = i;
    while (i < bytes.length && bytes[i] >= 0x80) i++;
    runs.push(bytes.subarray(start, i));
  }
  return runs;
}

/**
 * A few words are too little for statistics, but tell by their form: in GB 2312 and EUC-KR all are pairs of high bytes, and the
 * frequent characters of the first (its level 1) begin with B0 to D7, the syllables of the second with B0 to C8.
 */
function chineseOrKorean(bytes: Uint8Array): Encoding | null {
  const runs = highRuns(bytes).slice(0, 2000);
  let pairs = 0;
  let frequent = 0;
  let highestLead = 0;
  for (const run of runs) {
    if (run.length % 2 === 1 && run !== runs[runs.length - 1]) return null;
    for (let i = 0; i + 1 < run.length; i += 2) {
      if (run[i] < 0xa1 || run[i + 1] < 0xa1) return null;
      pairs++;
      if (run[i] < 0xb0 || run[i] > 0xd7) continue;
      frequent++;
      highestLead = Math.max(highestLead, run[i]);
    }
  }
  if (pairs < 2 || frequent < 0.8 * pairs) return null;
  return highestLead <= 0xc8 ? "euc-kr" : "gb18030";
}

/** Words of letters from C0 on, most of them small ones from E0 on; Western words have one such letter among others. */
function cyrillicOrHebrew(bytes: Uint8Array): Encoding | null {
  const runs = highRuns(bytes).slice(0, 2000);
  const total = runs.reduce((sum, run) => sum + run.length, 0);
  if (runs.length === 0 || total < 2.5 * runs.length) return null;
  const count = (low: number, high: number) =>
    runs.reduce((sum, run) => sum + run.filter((byte) => byte >= low && byte <= high).length, 0);
  // Of Hebrew, which has no capitals; Russian has letters behind FA as well.
  if (total >= 20 && count(0xe0, 0xfa) === total) return "windows-1255";
  // As in DOS: capitals from 80 on, small letters at A0 and E0.
  if (count(0x80, 0xaf) + count(0xe0, 0xef) >= 0.95 * total && count(0x80, 0xbf) > 0.3 * total)
    return "ibm866";
  if (count(0xc0, 0xff) < 0.9 * total) return null;
  return count(0xe0, 0xff) >= 0.6 * total ? "windows-1251" : "koi8-r";
}

interface Guess {
  readonly encoding: Encoding;
  /** Of 100. */
  readonly confidence: number;
}

/** The library's names of encodings for which the platform has one that reads the same and more. */
const widerThan: ReadonlyMap<string, Encoding> = new Map([
  ["iso-8859-1", "windows-1252"],
  ["iso-8859-7", "windows-1253"],
  ["iso-8859-8", "windows-1255"],
  ["iso-8859-9", "windows-1254"],
]);

/** The best first. */
function byStatistics(bytes: Uint8Array): readonly Guess[] {
  return analyse(bytes).flatMap(({ name, confidence }) => {
    const label = name.toLowerCase();
    const encoding = widerThan.get(label) ?? label;
    return isEncoding(encoding) ? [{ encoding, confidence }] : [];
  });
}
