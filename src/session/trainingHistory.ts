/**
 * A run's past as it can be looked at: what the stage showed after steps that grow evenly in their logarithm. A plain value.
 */
import { type Said, sameSaid } from "../words/message";
import type { FrameFacts, Snapshot } from "./protocol";
import { sameSequence } from "./sameSequence";

export interface HistoryFrame extends FrameFacts {
  readonly snapshot: Snapshot;
}

export interface TrainingHistory {
  /** The step of its beginning, from which steps are counted. */
  readonly from: number;
  /** Frames kept of each doubling of the steps since: 8, 4, 2, 1, 1/2, … */
  readonly perDoubling: number;
  /** In the order of their steps. Each shows the sequence that the stage showed then. */
  readonly frames: readonly HistoryFrame[];
}

export const mostFrames = 64;
export const mostFrameBytes = 16e6;

/** As many as are kept at first, and as are made. */
export const framesPerDoubling = 8;

export const emptyTrainingHistory: TrainingHistory = { from: 0, perDoubling: framesPerDoubling, frames: [] };

/**
 * Adds a frame, where it is the first of its stretch: step n since the beginning lies in stretch ⌊p log₂(n + ½)⌋ of p to a doubling. Where there
 * are more than `most` or they hold more than `mostBytes`, p is halved, and the first of each stretch stays. One that alone is too
 * large is not kept.
 */
export function withFrame(
  history: TrainingHistory,
  frame: HistoryFrame,
  { most = mostFrames, mostBytes = mostFrameBytes } = {},
): TrainingHistory {
  const { step } = frame.snapshot;
  const last = history.frames.at(-1);
  if (last && step <= last.snapshot.step) return history;
  const added = last ? { ...frame, snapshot: sharing(frame.snapshot, last.snapshot) } : frame;
  const from = last ? history.from : step;
  return within({ ...history, from, frames: [...history.frames, added] }, most, mostBytes);
}

/** Behind those that were kept of the run, which has gone on since. Of one step the kept one counts: it knows the loss. */
export function withEarlier(history: TrainingHistory, earlier: TrainingHistory): TrainingHistory {
  const last = earlier.frames.at(-1)?.snapshot.step;
  if (last === undefined) return history;
  const later = history.frames.filter(({ snapshot }) => snapshot.step > last);
  return within({ ...earlier, frames: [...earlier.frames, ...later] }, mostFrames, mostFrameBytes);
}

/** Frames that were read one by one: what they have in common is there once. */
export function sharedFrames(frames: readonly HistoryFrame[]): readonly HistoryFrame[] {
  const shared: HistoryFrame[] = [];
  for (const frame of frames) {
    const last = shared.at(-1);
    shared.push(last ? { ...frame, snapshot: sharing(frame.snapshot, last.snapshot) } : frame);
  }
  return shared;
}

function within(history: TrainingHistory, most: number, mostBytes: number): TrainingHistory {
  let kept = evenly(history);
  while (kept.frames.length > 0 && (kept.frames.length > most || historyBytes(kept) > mostBytes))
    kept = thinned(kept);
  return kept;
}

/** Below this nothing is left to be thinned but the beginning. */
const fewestPerDoubling = 1 / 64;

function thinned(history: TrainingHistory): TrainingHistory {
  const { perDoubling, frames } = history;
  if (perDoubling > fewestPerDoubling) return evenly({ ...history, perDoubling: perDoubling / 2 });
  return { ...history, frames: frames.slice(0, -1) };
}

/** What two snapshots have in common is there once. */
function sharing(snapshot: Snapshot, other: Snapshot): Snapshot {
  const sequence = sameSequence(snapshot.sequence, other.sequence) ? other.sequence : snapshot.sequence;
  const [answer, before] = [snapshot.answer, other.answer];
  if (answer.kind !== "class" || before.kind !== "class" || !sameLabels(answer.labels, before.labels))
    return { ...snapshot, sequence };
  return { ...snapshot, sequence, answer: { ...answer, labels: before.labels } };
}

const sameLabels = (a: readonly Said[], b: readonly Said[]) =>
  a.length === b.length && a.every((label, i) => sameSaid(label, b[i]));

/** The first frame of each stretch. */
function evenly(history: TrainingHistory): TrainingHistory {
  const { from, perDoubling, frames } = history;
  const stretchOf = ({ snapshot }: HistoryFrame) => stretch(snapshot.step - from, perDoubling);
  const kept = frames.filter((frame, i) => i === 0 || stretchOf(frame) !== stretchOf(frames[i - 1]));
  return kept.length === frames.length ? history : { ...history, frames: kept };
}

/** ⌊p log₂(n + ½)⌋, since n is a rounded number; of no step a stretch of its own. */
const stretch = (n: number, perDoubling: number) =>
  n === 0 ? Number.NEGATIVE_INFINITY : Math.floor(perDoubling * Math.log2(n + 0.5));

/** As it was when the run had come to a step. */
export function historyUpTo(history: TrainingHistory, step: number): TrainingHistory {
  const frames = history.frames.filter(({ snapshot }) => snapshot.step <= step);
  return frames.length === history.frames.length ? history : { ...history, frames };
}

/** Of the arrays in it, which are all that is large; those that frames share count once. */
export function historyBytes({ frames }: TrainingHistory): number {
  const arrays = new Set(frames.flatMap(({ snapshot }) => arraysOf(snapshot)));
  return [...arrays].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function arraysOf({ layers, answer, sequence }: Snapshot): ArrayBufferView[] {
  const ofLayers = layers.flatMap(({ gates, hidden, inputPart, hiddenPart }) => [
    gates,
    hidden,
    inputPart,
    hiddenPart,
  ]);
  const answers = answer.kind === "class" ? answer.probabilities : answer.values;
  const read = sequence.input.kind === "features" ? sequence.input.values : null;
  return [...ofLayers, answers, answer.truth, read].filter((array) => array !== null);
}

/**
 * Whether a frame is due n steps after the beginning: n is 2^(k/8), rounded, for a whole k ≥ 0, or 0. All n up to 12, and powers of two.
 */
export function isFrameDue(n: number): boolean {
  if (n === 0) return true;
  const k = framesPerDoubling * Math.log2(n);
  return [Math.floor(k), Math.ceil(k)].some((one) => Math.round(2 ** (one / framesPerDoubling)) === n);
}

/** Whether the run's whole state is kept beside a frame, so that the run can go on from there. */
export const isStateKept = (n: number): boolean => Number.isInteger(Math.log2(Math.max(1, n)));
