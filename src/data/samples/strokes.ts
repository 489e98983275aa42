/** The project's own pen strokes: ten shapes as people draw them, from any corner, either way round, fast or slow. */

import { Random } from "../../random";
import { message } from "../../words/message";
import type { SequencesData } from "../examples";
import { classesOf, type LabelledSequence, labelledSequences } from "../labelledSequences";
import { stratifiedSplit } from "../split";
import {
  type Drawing,
  maxStrokeSteps,
  type PenPoint,
  resampled,
  strokeFeatures,
  strokeSequence,
} from "../strokes";
import { figureName, numbered } from "./figureNames";
import { shapeNames, shapes } from "./outlines";
import { varied } from "./variation";

const perLabel = 500;
const closed: ReadonlySet<string> = new Set(["circle", "square", "triangle", "star", "heart"]);

/** 5,000, 500 of each of ten labels; made in about a second. */
export function sampleStrokes(seed = 1): SequencesData {
  const random = Random.fromSeed(seed);
  const labels = shapeNames.map(figureName);
  const strokes: LabelledSequence[] = Array.from({ length: perLabel * shapeNames.length }, (_, i) => {
    const shape = shapeNames[i % shapeNames.length];
    const label = labels[i % shapeNames.length];
    const values = strokeSequence(drawnShape(shape, random)) ?? new Float32Array(3);
    return { name: numbered(label, Math.floor(i / shapeNames.length) + 1), label, values };
  });
  const split = stratifiedSplit(classesOf(strokes, labels), random);
  return labelledSequences(strokes, labels, split, {
    name: message("samples.strokes"),
    sizeBytes: strokes.reduce((sum, { values }) => sum + values.byteLength, 0),
    features: strokeFeatures,
    display: { kind: "stroke" },
    decisions: [
      message("samples.strokesMade", { drawings: strokes.length, shapes: labels }),
      message("samples.strokesScaled"),
    ],
    suggested: {
      hiddenSizes: [64],
      sequenceLength: Math.min(maxStrokeSteps, Math.max(...strokes.map(({ values }) => values.length / 3))),
      batchSize: 64,
      learningRate: 0.005,
      patience: 30,
    },
  });
}

/** Points as a pointer gives them, some pixels apart. */
export function drawnShape(label: (typeof shapeNames)[number], random: Random): Drawing {
  const begun = shapes[label].map((line) => anyStart(resampled(line, 0.04), closed.has(label), random));
  const order = random.uniform() < 0.5 ? begun : [...begun].reverse();
  const drawing = varied(order, { turn: 0.2, slant: 0.12, stretch: 0.3, bend: 0.04 }, random);
  const unsteady = 0.012 * random.uniform();
  const speed = 0.02 + 0.03 * random.uniform();
  const rounding = Math.floor(3 * random.uniform());
  return drawing.map((line) => {
    const points = resampled(line, speed).map(({ x, y }) => ({
      x: x + unsteady * random.normal(),
      y: y + unsteady * random.normal(),
    }));
    return rounded(points, rounding);
  });
}

/** Closed lines begin at any of their points and may end too early or late; all go either way. */
function anyStart(line: readonly PenPoint[], isClosed: boolean, random: Random): readonly PenPoint[] {
  const directed = random.uniform() < 0.5 ? line : [...line].reverse();
  if (!isClosed) return directed;
  const round = directed.slice(1);
  const start = random.integer(0, round.length - 1);
  const turned = [...round.slice(start), ...round.slice(0, start)];
  const [last, first] = [turned[turned.length - 1], turned[0]];
  // How far the last line goes, 1 where the first began.
  const close = 1 + 0.12 * random.normal();
  return [...turned, { x: last.x + close * (first.x - last.x), y: last.y + close * (first.y - last.y) }];
}

/** Corners cut: each point becomes the mean of its neighbours, some times over. */
function rounded(points: readonly PenPoint[], times: number): readonly PenPoint[] {
  let result = points;
  for (let k = 0; k < times; k++) {
    result = result.map((point, i) => {
      const before = result[i - 1] ?? point;
      const after = result[i + 1] ?? point;
      return { x: (before.x + point.x + after.x) / 3, y: (before.y + point.y + after.y) / 3 };
    });
  }
  return result;
}
