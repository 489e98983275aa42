/** Under what is read, what the network answers at every step, drawn as its kind asks for. */
import { useStore } from "zustand";
import type { StageViewStore } from "../stageView";
import type { AnswerShape, ClassShape } from "./answerShape";
import { NumbersLane } from "./NumbersLane";
import { ProbabilitiesLane } from "./ProbabilitiesLane";
import { SegmentsLane } from "./SegmentsLane";

interface AnswerLanesProps {
  readonly view: StageViewStore;
  readonly shape: AnswerShape;
  readonly steps: number;
  /** Whether the most probable class stands under each symbol already. */
  readonly inStrip: boolean;
}

/** More classes than this are not drawn one by one. */
const fewClasses = 12;

export function AnswerLanes({ view, shape, steps, inStrip }: AnswerLanesProps) {
  const came = useStore(view, (now) => now.came);
  if (shape.kind === "numbers")
    return came && <NumbersLane view={view} shape={shape} steps={steps} came={came} />;
  return (
    <>
      {!inStrip && <SegmentsLane view={view} shape={shape} steps={steps} />}
      {isDrawnOneByOne(shape) && <ProbabilitiesLane view={view} shape={shape} steps={steps} />}
    </>
  );
}

const isDrawnOneByOne = ({ labels, next }: ClassShape) => !next && labels.length <= fewClasses;
