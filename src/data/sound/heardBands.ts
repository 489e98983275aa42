/** How far up a recording has sound: those of a lower rate have nothing in the highest bands. */
import { floorDb, melBands, soundFrames } from "./logMel";

const { bands: M } = soundFrames;

/** What resamplers leave where there was nothing is quieter. */
const emptyDb = floorDb + 10;
/** Of frames: a click at the end of a recording is no sound of that band. */
const fewFrames = 0.01;

/**
 * The lowest bands of which the highest has sound, 0 to M; `recordings` are [T, M] each. A band over which there is none is where a
 * lower rate ends, heard in part only, and counts as empty too.
 */
export function heardBands(recordings: readonly Float32Array[]): number {
  const frames = recordings.reduce((sum, { length }) => sum + length / M, 0);
  const loud = new Float64Array(M);
  for (const values of recordings)
    for (let i = 0; i < values.length; i++) if (values[i] > emptyDb) loud[i % M]++;
  const heard = loud.findLastIndex((count) => count > fewFrames * frames) + 1;
  return heard === M ? M : Math.max(0, heard - 1);
}

/** Where the highest of so many bands ends, in Hz. */
export const endOfBands = (heard: number): number => {
  const bands = melBands(soundFrames);
  return bands[heard]?.centreHz ?? soundFrames.highestHz;
};

/** The same frames without what lies above those bands. */
export function withoutHigherBands(values: Float32Array, heard: number): Float32Array {
  if (heard === M) return values;
  return Float32Array.from(values, (value, i) => (i % M < heard ? value : floorDb));
}
