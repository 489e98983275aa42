/** One recording as a sequence of log-mel frames. */

import { message, type Said } from "../../words/message";
import { failure, type Result, success } from "../result";
import { logMel, soundFrames } from "./logMel";

/** Longer recordings are cut to their beginning: 999 frames, about as many steps as a network can be trained on. */
export const maxSoundSeconds = 20;
export const secondsPerFrame = soundFrames.hop / soundFrames.sampleRate;
/** Frames at both ends that are so much quieter than the loudest one are cut off. */
export const quietDb = 40;

const { sampleRate, windowSize, bands: M } = soundFrames;

/** Of the whole signal, below which a recording counts as silent: about half a step of 16 bits. */
const silentPeak = 1e-5;

export interface SoundSequence {
  /** [T, M]: dB of a band in a frame, the loudest sample of the recording at 0 dB. */
  readonly values: Float32Array<ArrayBuffer>;
  /** What was done to this recording beyond the usual. */
  readonly cut: boolean;
  readonly filledUp: boolean;
  readonly mixedDown: boolean;
}

/**
 * Channels are mixed down to one, and the loudest sample is scaled to 1, so that the distance to a microphone does not matter.
 * Then the frames of `logMel`, without the quiet ones at both ends.
 *
 * @param channels of the same length, at `soundFrames.sampleRate`
 * @param name of the recording, for the problem
 * Fails where there is nothing to hear, or a sample is not a finite number.
 */
export function soundSequence(channels: readonly Float32Array[], name: Said): Result<SoundSequence> {
  const mixed = mixedDown(channels);
  const limit = maxSoundSeconds * sampleRate;
  const samples = mixed.length > limit ? mixed.slice(0, limit) : mixed;
  if (samples.length === 0) return failure(message("files.soundEmpty", { name }));
  const damaged = samples.findIndex((sample) => !Number.isFinite(sample));
  if (damaged >= 0) return failure(message("files.soundNotFinite", { name, sample: damaged + 1 }));
  const peak = loudest(samples);
  if (peak < silentPeak) return failure(message("files.soundSilent", { name }));
  const loud = new Float32Array(samples.length);
  for (let i = 0; i < loud.length; i++) loud[i] = samples[i] / peak;
  return success({
    values: withoutQuietEnds(logMel(loud)),
    cut: mixed.length > limit,
    filledUp: samples.length < windowSize,
    mixedDown: channels.length > 1,
  });
}

/** What is no number is passed over. */
export function loudest(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) if (Math.abs(sample) > peak) peak = Math.abs(sample);
  return peak;
}

/** The mean of all channels. */
function mixedDown(channels: readonly Float32Array[]): Float32Array {
  if (channels.length === 1) return channels[0];
  const samples = new Float32Array(channels[0]?.length ?? 0);
  for (const channel of channels)
    for (let i = 0; i < samples.length; i++) samples[i] += channel[i] / channels.length;
  return samples;
}

function withoutQuietEnds(values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const T = values.length / M;
  const loudness = Array.from({ length: T }, (_, t) => frameDb(values.subarray(t * M, (t + 1) * M)));
  const threshold = Math.max(...loudness) - quietDb;
  const first = loudness.findIndex((l) => l >= threshold);
  const last = loudness.findLastIndex((l) => l >= threshold);
  return values.slice(first * M, (last + 1) * M);
}

/** Of all bands together. */
function frameDb(frame: Float32Array): number {
  let power = 0;
  for (const l of frame) power += 10 ** (l / 10);
  return 10 * Math.log10(power);
}
