/** Text as the user gives it, bytes of a file or a pasted string, to one clean string; or why it cannot be used. */

import { type Message, message, type Said } from "../words/message";
import { type BinaryKind, binaryKind, binaryName } from "./binaryKind";
import { decoderOf } from "./decoderOf";
import { detectEncoding } from "./detectEncoding";
import type { Encoding } from "./encodings";
import { failure, type Result, success } from "./result";
import { firstUtf8Defect, lineOfByte, type Utf8Defect } from "./utf8";
import { isUtf16 } from "./utf16Encoding";
import { unknownSymbol } from "./vocabulary";

export const maxTextBytes = 50e6;

export interface DecodedText {
  /** Every line ends in LF. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Places at which the bytes are no character of the encoding; U+FFFD stands there. */
  readonly undecodable: number;
}

/** To be asked before a file is read. The value is the size itself. */
export function checkSize(sizeBytes: number, name: Said): Result<number> {
  if (sizeBytes === 0) return failure(message("files.textEmpty", { name }));
  if (sizeBytes <= maxTextBytes) return success(sizeBytes);
  // Rounded up to a tenth of a megabyte, so that one byte too many does not read as "50 MB".
  const tenth = 1e5;
  const roundedBytes = Math.ceil(sizeBytes / tenth) * tenth;
  return failure(message("files.textTooLarge", { name, sizeBytes: roundedBytes, limitBytes: maxTextBytes }));
}

/**
 * The text of a file, with or without a byte order mark.
 * @param encoding found by the bytes where it is left out; what is given is believed, unless the file is of another kind
 */
export async function decodeText(
  bytes: Uint8Array,
  name: Said,
  encoding?: Encoding,
): Promise<Result<DecodedText>> {
  const size = checkSize(bytes.length, name);
  if (!size.ok) return size;
  const kind = binaryKind(bytes);
  if (kind) return failure(notText(kind, name));
  if (encoding) return decoded(bytes, name, encoding);
  const likeliest = await detectEncoding(bytes);
  const nul = isUtf16(likeliest) ? -1 : bytes.indexOf(0);
  if (nul >= 0) return failure(message("files.nul", { name, byte: nul }));
  const text = decoded(bytes, name, likeliest);
  const defect = firstUtf8Defect(bytes);
  const isCertain = likeliest === "utf-8" && defect === null;
  return text.ok && !isCertain && !isReadable(text.value) ? failure(notReadable(bytes, name, defect)) : text;
}

function decoded(bytes: Uint8Array, name: Said, encoding: Encoding): Result<DecodedText> {
  const text = normalizeText(decoderOf(encoding).decode(bytes));
  if (text === "") return failure(message("files.textEmpty", { name }));
  const found = countOf(text, unknownSymbol);
  // A U+FFFD may have been written as such.
  const isWhole = found > 0 && encoding === "utf-8" && firstUtf8Defect(bytes) === null;
  return success({ text, encoding, undecodable: isWhole ? 0 : found });
}

function countOf(text: string, symbol: string): number {
  let count = 0;
  for (let at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + 1)) count++;
  return count;
}

/** Above this share of characters, what could not be decoded or is for terminals alone means that it is no text. */
const mostUnreadable = 0.02;

function isReadable({ text, undecodable }: DecodedText): boolean {
  const controls = text.match(/[^\P{Cc}\s]/gu)?.length ?? 0;
  return undecodable + controls <= Math.max(1, mostUnreadable * text.length);
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

function notReadable(bytes: Uint8Array, name: Said, defect: Utf8Defect | null): Message {
  const byte = defect?.byteOffset ?? 0;
  return message("files.noEncoding", { name, byte, line: lineOfByte(bytes, byte) });
}

/** Documents that have a text in them, which their programs can save by itself. */
const withText: ReadonlySet<BinaryKind> = new Set(["zip", "office", "pdf", "rtf"]);

const notText = (kind: BinaryKind, name: Said): Message =>
  message(withText.has(kind) ? "files.binaryWithText" : "files.binary", { name, kind: binaryName(kind) });
