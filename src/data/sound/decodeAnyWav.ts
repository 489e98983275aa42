import { plainWav } from "./plainWav";

/** No larger file is converted: its bytes are held three times over. */
const maxBytes = 50e6;

/**
 * What the browser decodes, and WAV files that it does not, converted. Rejects with the browser's own reason where it is neither.
 *
 * @param decode the browser's decoder, which rejects where it cannot
 */
export async function decodeAnyWav<Channels>(
  file: Blob,
  decode: (file: Blob) => Promise<Channels>,
): Promise<Channels> {
  try {
    return await decode(file);
  } catch (cause) {
    const isWav = (await file.slice(0, 4).text()) === "RIFF" && file.size <= maxBytes;
    const plain = isWav ? await plainWav(new Uint8Array(await file.arrayBuffer())) : null;
    if (plain === null) throw cause;
    return decode(new Blob([plain]));
  }
}
