/** The likeliest encoding of a file from its first bytes, as a label of TextDecoder. */
import { analyse } from "chardet";
import { firstUtf8Defect } from "../utf8";
import { isTableEncoding } from "./tableTypes";

/** From this confidence on, of 100, the library's statistics of letters are believed. */
const leastConfidence = 40;

/** @param sample the beginning of the file; its last character may be cut */
export function detectEncoding(sample: Uint8Array): string {
  const mark = byteOrderMark(sample) ?? utf16WithoutMark(sample);
  if (mark) return mark;
  const defect = firstUtf8Defect(sample);
  if (defect === null || defect.cutOff) return "utf-8";
  if (isMostlyUtf8(sample)) return "utf-8";
  return chineseOrKorean(sample) ?? cyrillic(sample) ?? byStatistics(sample) ?? "windows-1252";
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Digits, delimiters and line ends have a NUL beside them, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length, 4096) >> 1;
  const nuls = [0, 0];
  for (let i = 0; i < 2 * pairs; i++) if (bytes[i] === 0) nuls[i & 1]++;
  const [even, odd] = nuls;
  const many = Math.max(even, odd);
  if (many < 1 || many < 0.3 * pairs || Math.min(even, odd) > 0.05 * pairs) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** Whole characters of several bytes are all but impossible elsewhere: a few wrong bytes among many of them are mistakes. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  let good = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  return good > 2 * bad;
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
function chineseOrKorean(bytes: Uint8Array): string | null {
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
function cyrillic(bytes: Uint8Array): string | null {
  const runs = highRuns(bytes).slice(0, 2000);
  const total = runs.reduce((sum, run) => sum + run.length, 0);
  if (runs.length === 0 || total < 2.5 * runs.length) return null;
  const count = (low: number, high: number) =>
    runs.reduce((sum, run) => sum + run.filter((byte) => byte >= low && byte <= high).length, 0);
  if (count(0xc0, 0xff) < 0.9 * total) return null;
  return count(0xe0, 0xff) >= 0.6 * total ? "windows-1251" : "koi8-r";
}

function byStatistics(bytes: Uint8Array): string | null {
  const found = analyse(bytes)
    .filter(({ confidence }) => confidence >= leastConfidence)
    .map(({ name }) => name.toLowerCase())
    .find(isTableEncoding);
  return found ?? null;
}
