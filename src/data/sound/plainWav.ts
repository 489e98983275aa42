/** WAV files that browsers do not decode, as ones that all do: 16 bits, plain. */
import { adpcmTags, type WavFormat, wavFormat } from "./wavFormat";

/** Of all channels together: ten hours at 16 kHz would not fit, five minutes of stereo at 48 kHz do. */
const maxSamples = 2 ** 25;
const maxChannels = 32;

/**
 * ADPCM, floating-point numbers of 64 bits and all else that @audio/decode-wav knows, which is loaded when it is first needed. Null
 * where it is no WAV file, or none that can be read so.
 */
export async function plainWav(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const format = wavFormat(bytes);
  if (!format || !isSound(format)) return null;
  const { default: decode } = await import("@audio/decode-wav");
  try {
    const { channelData, sampleRate } = decode(bytes);
    return channelData.length > 0 ? encoded(channelData, sampleRate) : null;
  } catch {
    return null;
  }
}

/** The decoder takes a header by its word, so that a damaged one could ask for any amount of memory. */
function isSound(format: WavFormat): boolean {
  const { tag, channels, sampleRate, blockBytes, bits, dataBytes } = format;
  if (channels < 1 || channels > maxChannels || sampleRate < 1 || blockBytes < 1) return false;
  const isAdpcm = tag === adpcmTags.ima || tag === adpcmTags.microsoft;
  const perBlock = isAdpcm ? adpcmSamples(format) : 1;
  if (perBlock === null || (!isAdpcm && blockBytes < channels * (bits / 8))) return false;
  return Math.floor(dataBytes / blockBytes) * perBlock * channels <= maxSamples;
}

/** Of one channel in a block, as is stated; null where that is not, or the block has no room for as many. */
function adpcmSamples({ tag, channels, blockBytes, samplesPerBlock }: WavFormat): number | null {
  const [headerBytes, inHeader] = tag === adpcmTags.ima ? [4, 1] : [7, 2];
  const room = inHeader + (2 * (blockBytes - headerBytes * channels)) / channels;
  if (tag === adpcmTags.microsoft && channels > 2) return null;
  return samplesPerBlock >= inHeader && samplesPerBlock <= room ? samplesPerBlock : null;
}

/** http://soundfile.sapp.org/doc/WaveFormat/ */
function encoded(channels: readonly Float32Array[], sampleRate: number): Uint8Array<ArrayBuffer> {
  const [count, length] = [channels.length, channels[0].length];
  const bytes = new Uint8Array(44 + 2 * count * length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, word: string) => bytes.set(new TextEncoder().encode(word), at);
  text(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, count, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * count * sampleRate, true);
  view.setUint16(32, 2 * count, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, 2 * count * length, true);
  const scale = 32767 / Math.max(1, loudest(channels));
  for (const [c, samples] of channels.entries())
    for (let i = 0; i < length; i++)
      view.setInt16(44 + 2 * (i * count + c), Math.round(scale * samples[i]), true);
  return bytes;
}

function loudest(channels: readonly Float32Array[]): number {
  let peak = 0;
  for (const samples of channels)
    for (const sample of samples) if (Math.abs(sample) > peak) peak = Math.abs(sample);
  return peak;
}
