/** Text as the user gives it, bytes of a file or a pasted string, to one clean string; or why it cannot be used. */

import { type Message, message, type Said } from "../words/message";
import { type BinaryKind, binaryKind, binaryName } from "./binaryKind";
import { failure, type Result, success } from "./result";
import { firstUtf8Defect, lineOfByte } from "./utf8";

export const maxTextBytes = 50 * 2 ** 20;

/** To be asked before a file is read. The value is the size itself. */
export function checkSize(sizeBytes: number, name: Said): Result<number> {
  if (sizeBytes === 0) return failure(message("files.textEmpty", { name }));
  if (sizeBytes <= maxTextBytes) return success(sizeBytes);
  // Rounded up to a tenth of a megabyte, so that one byte too many does not read as "50 MB".
  const tenth = 2 ** 20 / 10;
  const roundedBytes = Math.ceil(sizeBytes / tenth) * tenth;
  return failure(message("files.textTooLarge", { name, sizeBytes: roundedBytes, limitBytes: maxTextBytes }));
}

/** The text of a UTF-8 file, with or without a byte order mark; every line ends in LF. */
export function decodeText(bytes: Uint8Array, name: Said): Result<string> {
  const size = checkSize(bytes.length, name);
  if (!size.ok) return size;
  if (isUtf16(bytes)) return failure(message("files.utf16", { name }));
  const kind = binaryKind(bytes);
  if (kind) return failure(notText(kind, name));
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return failure(message("files.nul", { name, byte: nul }));
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text === "") return failure(message("files.textEmpty", { name }));
    return success(normalizeText(text));
  } catch {
    return failure(encodingProblem(bytes, name));
  }
}

/** A pasted text; every line ends in LF. */
export function readPastedText(text: string): Result<string> {
  const normal = normalizeText(text);
  if (normal === "") return failure(message("files.pastedEmpty"));
  const sizeBytes = new TextEncoder().encode(normal).length;
  const size = checkSize(sizeBytes, message("files.pasted"));
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

function encodingProblem(bytes: Uint8Array, name: Said): Message {
  const defect = firstUtf8Defect(bytes);
  if (!defect) return message("files.undecodable", { name });
  const { byteOffset: byte, cutOff } = defect;
  return message(cutOff ? "files.cutOff" : "files.notUtf8", { name, byte, line: lineOfByte(bytes, byte) });
}

/** Documents that have a text in them, which their programs can save by itself. */
const withText: ReadonlySet<BinaryKind> = new Set(["zip", "office", "pdf", "rtf"]);

const notText = (kind: BinaryKind, name: Said): Message =>
  message(withText.has(kind) ? "files.binaryWithText" : "files.binary", { name, kind: binaryName(kind) });
