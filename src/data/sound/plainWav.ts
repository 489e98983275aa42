/** WAV files that browsers do not decode, as ones that all do: 16 bits, plain. */
import { loudest, maxSoundSeconds } from "./soundSequence";
import { adpcmTags, formatOf, type WavChunks, type WavFormat, wavChunks } from "./wavFormat";

/** No more is heard of any sound, and that one is longer is to be seen. */
const maxSeconds = maxSoundSeconds + 1;
/** Of all channels together: so many seconds of eight channels at 48 kHz, in some tenths of a second. */
const maxSamples = 2 ** 23;
const maxChannels = 32;

/**
 * ADPCM, floating-point numbers of 64 bits and all else that @audio/decode-wav knows, which is loaded when it is first needed. Null
 * where it is no WAV file, or none that can be read so. Longer ones are cut to as much as is heard: the page waits for it.
 */
export async function plainWav(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks = wavChunks(bytes);
  const heard = chunks && beginningOf(chunks);
  if (!heard) return null;
  const { decoder: startDecoder } = await import("@audio/decode-wav");
  const decoder = startDecoder();
  try {
    // Of what stands between, nothing is passed on: behind chunks of odd length, the decoder loses its way.
    decoder.decode(wavHeader(heard.format, heard.data.length));
    const { channelData, sampleRate } = decoder.decode(heard.data);
    return channelData.length > 0 ? encoded(channelData, sampleRate) : null;
  } catch {
    return null;
  } finally {
    decoder.free();
  }
}

type HeardChunks = WavChunks & { readonly data: Uint8Array };

/** Null where the header is none to be taken by its word: a damaged one could ask the decoder for any amount of memory. */
function beginningOf(chunks: WavChunks): HeardChunks | null {
  const format = formatOf(chunks);
  const perBlock = samplesPerBlock(format);
  if (perBlock === null || chunks.data === null) return null;
  const blocks = Math.min(
    Math.floor(format.dataBytes / format.blockBytes),
    Math.ceil((maxSeconds * format.sampleRate) / perBlock),
  );
  if (blocks * perBlock * format.channels > maxSamples) return null;
  return { ...chunks, data: chunks.data.subarray(0, blocks * format.blockBytes) };
}

/** Of one channel in a block; null where that cannot be. */
function samplesPerBlock(format: WavFormat): number | null {
  const { tag, channels, sampleRate, blockBytes, bits } = format;
  if (channels < 1 || channels > maxChannels || sampleRate < 1 || blockBytes < 1) return null;
  // An "extensible" header that ends before its codec: the decoder would look for it in the sound.
  if (tag === 0) return null;
  if (tag === adpcmTags.ima || tag === adpcmTags.microsoft) return adpcmSamples(format);
  return blockBytes < channels * (bits / 8) ? null : 1;
}

/** Of one channel in a block, as is stated; null where that is not, or the block has no room for as many. */
function adpcmSamples({ tag, channels, blockBytes, samplesPerBlock }: WavFormat): number | null {
  const [headerBytes, inHeader] = tag === adpcmTags.ima ? [4, 1] : [7, 2];
  const room = inHeader + (2 * (blockBytes - headerBytes * channels)) / channels;
  if (tag === adpcmTags.microsoft && channels > 2) return null;
  return samplesPerBlock >= inHeader && samplesPerBlock <= room ? samplesPerBlock : null;
}

function encoded(channels: readonly Float32Array[], sampleRate: number): Uint8Array<ArrayBuffer> {
  const [count, length] = [channels.length, channels[0].length];
  const format = new DataView(new ArrayBuffer(16));
  format.setUint16(0, 1, true);
  format.setUint16(2, count, true);
  format.setUint32(4, sampleRate, true);
  format.setUint32(8, 2 * count * sampleRate, true);
  format.setUint16(12, 2 * count, true);
  format.setUint16(14, 16, true);
  const header = wavHeader(new Uint8Array(format.buffer), 2 * count * length);
  const bytes = new Uint8Array(header.length + 2 * count * length);
  bytes.set(header);
  const view = new DataView(bytes.buffer, header.length);
  const scale = 32767 / Math.max(1, ...channels.map(loudest));
  for (const [c, samples] of channels.entries())
    for (let i = 0; i < length; i++) view.setInt16(2 * (i * count + c), Math.round(scale * samples[i]), true);
  return bytes;
}

/** All that stands before so many bytes of sound (http://soundfile.sapp.org/doc/WaveFormat/). */
function wavHeader(format: Uint8Array, dataBytes: number): Uint8Array {
  const header = new Uint8Array(28 + format.length);
  const view = new DataView(header.buffer);
  const text = (at: number, word: string) => header.set(new TextEncoder().encode(word), at);
  text(0, "RIFF");
  view.setUint32(4, header.length - 8 + dataBytes, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, format.length, true);
  header.set(format, 20);
  text(20 + format.length, "data");
  view.setUint32(24 + format.length, dataBytes, true);
  return header;
}
