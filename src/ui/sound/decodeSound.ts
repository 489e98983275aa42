/** Sounds as the browser decodes them, at the rate at which the network reads them. */
import { soundFrames } from "../../data/sound/logMel";

/** One for all: it keeps nothing of what it has decoded. */
let decoder: OfflineAudioContext | null = null;

/**
 * The channels of a file in any format that the browser knows. The browser resamples to the context's rate as it decodes
 * (https://www.w3.org/TR/webaudio/#dom-baseaudiocontext-decodeaudiodata). Rejects where it is no sound.
 */
export async function decodeSound(file: Blob): Promise<Float32Array<ArrayBuffer>[]> {
  decoder ??= new OfflineAudioContext(1, 1, soundFrames.sampleRate);
  const buffer = await decoder.decodeAudioData(await file.arrayBuffer());
  return Array.from({ length: buffer.numberOfChannels }, (_, channel) => {
    const samples = new Float32Array(buffer.length);
    buffer.copyFromChannel(samples, channel);
    return samples;
  });
}
