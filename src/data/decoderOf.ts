/** What makes text of bytes: the platform's decoders, and those of the encodings that it lacks. */
import type { DosEncoding } from "./encodings";

export interface Decoder {
  readonly encoding: string;
  /** @param options `stream`: more bytes may follow, and the last character may be cut */
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** The characters of the bytes from 0x80 on (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC). */
const dosCharacters: ReadonlyMap<string, string> = new Map<DosEncoding, string>([
  [
    "ibm437",
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  ],
  [
    "ibm850",
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  ],
  [
    "ibm852",
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
  ],
]);

/** Each byte is a character, so none is cut. */
class DosDecoder implements Decoder {
  readonly encoding: string;
  readonly #codes = Uint16Array.from({ length: 256 }, (_, byte) => byte);

  constructor(encoding: string, characters: string) {
    this.encoding = encoding;
    for (let i = 0; i < characters.length; i++) this.#codes[0x80 + i] = characters.charCodeAt(i);
  }

  decode(bytes: Uint8Array = new Uint8Array(0)): string {
    const units = new Uint16Array(bytes.length);
    for (let i = 0; i < bytes.length; i++) units[i] = this.#codes[bytes[i]];
    return utf16.decode(units);
  }
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** @throws `RangeError` where the label is nobody's */
export function decoderOf(encoding: string): Decoder {
  const characters = dosCharacters.get(encoding);
  return characters === undefined ? new TextDecoder(encoding) : new DosDecoder(encoding, characters);
}
