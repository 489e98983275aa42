/** Synthesised sounds of ten kinds. What tells most of them apart is what happens when. */

import { Random } from "../../random";
import { identityOf, message } from "../../words/message";
import type { SequencesData } from "../examples";
import { soundFrames } from "../sound/logMel";
import { type LabelledSound, soundData } from "../sound/soundData";
import { soundSequence } from "../sound/soundSequence";
import { numbered } from "./figureNames";

/** Amplitude −1 to 1 at a time in seconds, to be asked in the order of time, one sample after the other. */
type Signal = (time: number) => number;

/** `seconds` is how long the sound will be heard. */
type Synthesis = (random: Random, seconds: number, noise: Float32Array) => Signal;

const { sampleRate } = soundFrames;
const clipsPerKind = 120;
/** The sound begins somewhere in the clip, and may end before it. */
const clipSeconds = 1.1;
/** Of a sound and what surrounds it, a deviation relative to the sound's amplitude: −40 to −20 dB. */
const [quietestNoise, loudestNoise] = [0.01, 0.1];

/** Rising and falling, low–high and high–low have the same spectrum in the mean, and so have slow clicks and fast ones. */
const syntheses = [
  ["steadyTone", (random) => tone(pitch(random))],
  ["rising", (random, seconds) => glide(random, seconds, "up")],
  ["falling", (random, seconds) => glide(random, seconds, "down")],
  ["lowThenHigh", (random, seconds) => twoTones(random, seconds, "up")],
  ["highThenLow", (random, seconds) => twoTones(random, seconds, "down")],
  ["tremolo", tremolo],
  ["vibrato", vibrato],
  ["slowClicks", (random) => clicks(random, between(random, 4, 6))],
  ["fastClicks", (random) => clicks(random, between(random, 9, 13))],
  ["hiss", hiss],
] as const satisfies readonly (readonly [string, Synthesis])[];

export function sounds(): SequencesData {
  const random = Random.fromSeed(440);
  const noise = noiseTable(random);
  const clips = syntheses.flatMap(([kind, synthesis]) => {
    const label = message("samples.soundKind", { kind });
    return Array.from({ length: clipsPerKind }, (_, i): LabelledSound => {
      const sound = soundSequence([clip(synthesis, noise, random)], kind);
      if (!sound.ok) throw new Error(identityOf(sound.problem));
      return { name: numbered(label, i + 1), label, sound: sound.value };
    });
  });
  const data = soundData(clips, {
    name: message("samples.sounds"),
    sizeBytes: 0,
    decisions: [message("samples.soundsMade", { sounds: clips.length, kinds: syntheses.length })],
    problems: [],
    seed: 1,
  });
  if (!data.ok) throw new Error(identityOf(data.problem));
  return data.value;
}

/** One clip: silence with noise in it, and the sound with soft edges somewhere. */
function clip(synthesis: Synthesis, noise: Float32Array, random: Random): Float32Array {
  const samples = new Float32Array(Math.round(clipSeconds * sampleRate));
  const noiseFrom = random.integer(0, noise.length - 1);
  const loudness = logBetween(random, quietestNoise, loudestNoise);
  for (let i = 0; i < samples.length; i++) samples[i] = loudness * noise[(noiseFrom + i) % noise.length];
  const seconds = between(random, 0.7, 1);
  const begin = Math.floor(between(random, 0, clipSeconds - seconds) * sampleRate);
  const length = Math.floor(seconds * sampleRate);
  const signal = synthesis(random, seconds, noise);
  for (let i = 0; i < length; i++) {
    const time = i / sampleRate;
    samples[begin + i] += softEdges(time, seconds) * signal(time);
  }
  return samples;
}

/** In and out within 20 ms, without a click. */
const softEdges = (time: number, seconds: number) => Math.min(1, time / 0.02, (seconds - time) / 0.02);

/** Of the frequency that a phase runs through: 2π ∫ f dt, summed up from sample to sample. */
function tone(frequency: number | Signal, phase = 0): Signal {
  let angle = phase;
  return (time) => {
    angle += (2 * Math.PI * (typeof frequency === "number" ? frequency : frequency(time))) / sampleRate;
    return Math.sin(angle);
  };
}

/** From one pitch evenly, in octaves, to another. */
function glide(random: Random, seconds: number, direction: Direction): Signal {
  const [from, to] = interval(random, direction);
  return tone((time) => from * (to / from) ** (time / seconds));
}

function twoTones(random: Random, seconds: number, direction: Direction): Signal {
  const [from, to] = interval(random, direction);
  const change = seconds * between(random, 0.4, 0.6);
  return tone((time) => (time < change ? from : to));
}

type Direction = "up" | "down";

/** Two pitches an octave or two apart. */
function interval(random: Random, direction: Direction): readonly [number, number] {
  const low = logBetween(random, 200, 1000);
  const high = low * 2 ** between(random, 1, 2);
  return direction === "up" ? [low, high] : [high, low];
}

/** A tone that grows loud and almost silent 4 to 7 times a second. */
function tremolo(random: Random): Signal {
  const carrier = tone(pitch(random));
  const swing = tone(between(random, 4, 7), between(random, 0, 2 * Math.PI));
  const depth = between(random, 0.85, 1);
  return (time) => carrier(time) * (1 - (depth * (1 + swing(time))) / 2);
}

/** A tone that goes up and down by a quarter to two fifths, 4 to 7 times a second. */
function vibrato(random: Random): Signal {
  const middle = pitch(random);
  const depth = between(random, 0.25, 0.4);
  const swing = tone(between(random, 4, 7), between(random, 0, 2 * Math.PI));
  return tone((time) => middle * (1 + depth * swing(time)));
}

/** Short strokes, so many a second, each not quite on its beat. */
function clicks(random: Random, rate: number): Signal {
  const stroke = tone(logBetween(random, 600, 3000));
  const decay = between(random, 0.006, 0.015);
  let last = 0;
  let next = between(random, 0, 0.5 / rate);
  return (time) => {
    if (time >= next) {
      last = time;
      next += (1 + 0.08 * random.normal()) / rate;
    }
    return stroke(time) * Math.exp(-(time - last) / decay);
  };
}

/** Noise through a simple resonator, so that it has a colour. */
function hiss(random: Random, _seconds: number, noise: Float32Array): Signal {
  const brightness = between(random, -0.7, 0.7);
  let place = random.integer(0, noise.length - 1);
  let before = 0;
  return () => {
    place = (place + 1) % noise.length;
    before = brightness * before + (1 - Math.abs(brightness)) * noise[place];
    return 0.5 * before;
  };
}

const pitch = (random: Random) => logBetween(random, 400, 1200);

const between = (random: Random, low: number, high: number) => low + (high - low) * random.uniform();

const logBetween = (random: Random, low: number, high: number) => low * (high / low) ** random.uniform();

/** Standard normal numbers, eight seconds of them, of which every clip takes others. */
function noiseTable(random: Random): Float32Array {
  return Float32Array.from({ length: 1 << 17 }, () => random.normal());
}
