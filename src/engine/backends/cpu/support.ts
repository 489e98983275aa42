/** What this browser, or this Node, can run of WebAssembly's vector instructions. */

/** The variant of the kernels: with fused multiply-add or without. */
export type Variant = "plain" | "relaxed";

/** A module of one function without arguments that returns a vector, with this body. */
function moduleOf(...body: number[]): Uint8Array<ArrayBuffer> {
  const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  const types = [0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b];
  const functions = [0x03, 0x02, 0x01, 0x00];
  const code = [0x0a, body.length + 4, 0x01, body.length + 2, 0x00, ...body, 0x0b];
  return Uint8Array.from([...header, ...types, ...functions, ...code]);
}

/** i32.const 0, i8x16.splat */
const vector = [0x41, 0x00, 0xfd, 0x0f];
const relaxedMultiplyAdd = [0xfd, 0x85, 0x02];

const isValid = (bytes: Uint8Array<ArrayBuffer>) =>
  typeof WebAssembly === "object" && WebAssembly.validate(bytes);

/** The fastest variant that there is, or null without vector instructions. */
export function bestVariant(): Variant | null {
  if (isValid(moduleOf(...vector, ...vector, ...vector, ...relaxedMultiplyAdd))) return "relaxed";
  return isValid(moduleOf(...vector)) ? "plain" : null;
}
