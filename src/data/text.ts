/** Text as the user gives it, bytes of a file or a pasted string, to one clean string; or why it cannot be used. */

import { binaryKind } from "./binaryKind";
import { formatCount } from "./phrases";
import { failure, type Result, success } from "./result";
import { firstUtf8Defect, lineOfByte } from "./utf8";

export const maxTextBytes = 50 * 2 ** 20;

/** To be asked before a file is read. The value is the size itself. */
export function checkSize(sizeBytes: number, name: string): Result<number> {
  if (sizeBytes === 0) return failure(`“${name}” is empty. Choose a file with text in it.`);
  if (sizeBytes <= maxTextBytes) return success(sizeBytes);
  // Rounded up, so that one byte too many does not read as "50.0 MB".
  const size = (Math.ceil((sizeBytes / 2 ** 20) * 10) / 10).toFixed(1);
  const limit = maxTextBytes / 2 ** 20;
  return failure(`“${name}” is too large: it has ${size} MB and the limit is ${limit} MB. Use a part of it.`);
}

/** The text of a UTF-8 file, with or without a byte order mark; every line ends in LF. */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
  const size = checkSize(bytes.length, name);
  if (!size.ok) return size;
  if (isUtf16(bytes)) return failure(`“${name}” looks like UTF-16. Save it again as UTF-8.`);
  const kind = binaryKind(bytes);
  if (kind) return failure(`“${name}” is ${kind}, not plain text. ${wayOut(kind)}`);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return failure(
      `“${name}” is not plain text: byte ${formatCount(nul)} is NUL, which occurs only in binary files. ${wayOut("")}`,
    );
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text === "") return failure(`“${name}” is empty. Choose a file with text in it.`);
    return success(normalizeText(text));
  } catch {
    return failure(encodingProblem(bytes, name));
  }
}

/** A pasted text; every line ends in LF. */
export function readPastedText(text: string): Result<string> {
  const normal = normalizeText(text);
  if (normal === "") return failure("The pasted text is empty. Paste some text first.");
  const sizeBytes = new TextEncoder().encode(normal).length;
  const size = checkSize(sizeBytes, "Pasted text");
  return size.ok ? success(normal) : size;
}

/** CRLF and lone CR become LF, and a byte order mark at the beginning goes. */
export function normalizeText(text: string): string {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return body.includes("\r") ? body.replace(/\r\n?/g, "\n") : body;
}

/** By its byte order mark, or because every other byte of its beginning is mostly NUL, as in UTF-16 English. */
function isUtf16(bytes: Uint8Array): boolean {
  const mark = (bytes[0] << 8) | bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) return true;
  const pairs = Math.min(bytes.length, 4096) >> 1;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) evenNuls++;
    if (bytes[2 * i + 1] === 0) oddNuls++;
  }
  const many = Math.max(evenNuls, oddNuls);
  const few = Math.min(evenNuls, oddNuls);
  return many >= 1 && many >= 0.4 * pairs && few <= 0.05 * pairs;
}

function encodingProblem(bytes: Uint8Array, name: string): string {
  const defect = firstUtf8Defect(bytes);
  if (!defect) return `“${name}” could not be decoded as UTF-8. Save it again as UTF-8.`;
  const { byteOffset, cutOff } = defect;
  const place = `byte ${formatCount(byteOffset)} (line ${formatCount(lineOfByte(bytes, byteOffset))})`;
  if (cutOff) {
    return `“${name}” ends in the middle of a character, at ${place}: the file seems to be cut off. Get the whole file, or save it again as UTF-8.`;
  }
  return `“${name}” is not UTF-8: the first wrong byte is ${place}. It looks like Latin-1, Windows-1252 or GBK; save it again as UTF-8.`;
}

function wayOut(kind: string): string {
  return /document|Word/.test(kind)
    ? "Save its text as a .txt file in UTF-8 and choose that."
    : "Choose a .txt file in UTF-8.";
}
