/** Labels of TextDecoder: every encoding of the platform (https://encoding.spec.whatwg.org), the usual ones first. */
export const encodings = [
  "utf-8",
  "windows-1252",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "euc-kr",
  "windows-1250",
  "iso-8859-2",
  "windows-1251",
  "koi8-r",
  "koi8-u",
  "iso-8859-5",
  "ibm866",
  "x-mac-cyrillic",
  "windows-1253",
  "iso-8859-7",
  "windows-1254",
  "windows-1255",
  "iso-8859-8",
  "windows-1256",
  "iso-8859-6",
  "windows-874",
  "windows-1258",
  "windows-1257",
  "iso-8859-13",
  "iso-8859-4",
  "iso-8859-10",
  "iso-8859-3",
  "iso-8859-14",
  "iso-8859-15",
  "iso-8859-16",
  "macintosh",
] as const;

/** Those of DOS for Western and Central Europe, which no platform has (`decoderOf.ts`). */
export const dosEncodings = ["ibm850", "ibm437", "ibm852"] as const;

/** All that can be chosen. */
export const everyEncoding = [...encodings, ...dosEncodings] as const;

export type DosEncoding = (typeof dosEncodings)[number];
export type Encoding = (typeof everyEncoding)[number];

export const isEncoding = (label: string): label is Encoding =>
  everyEncoding.some((encoding) => encoding === label);
