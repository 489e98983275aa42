/** How probable the network holds each of a few classes at every step: a row a class, its name beside it. */

import { useCallback, useRef } from "react";
import { counted } from "../../../data/phrases";
import { colourScale } from "../paint/colourScale";
import { PictureCanvas } from "../paint/PictureCanvas";
import { paintPlane } from "../paint/paintPlane";
import { range } from "../paint/range";
import { LiveText, setAttribute } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { symbolGlyph } from "../symbols";
import { useLive } from "../useLive";
import type { ClassShape } from "./answerShape";
import styles from "./ProbabilitiesLane.module.css";
import { StageLane } from "./StageLane";

interface ProbabilitiesLaneProps {
  readonly view: StageViewStore;
  readonly shape: ClassShape;
  readonly steps: number;
}

/** CSS pixels of a class. */
const classHeight = 16;

export function ProbabilitiesLane({ view, shape, steps }: ProbabilitiesLaneProps) {
  const { labels } = shape;
  const height = labels.length * classHeight;
  const names = (
    <ol
      className={styles.names}
      style={{ height }}
      aria-label="Classes, with their probabilities at the time step on show"
    >
      {range(labels.length).map((id) => (
        <ClassName key={id} view={view} id={id} label={labels[id]} />
      ))}
    </ol>
  );
  return (
    <div className={styles.lane}>
      <StageLane label={names}>
        <PictureCanvas
          view={view}
          label={`Probabilities of ${counted(labels.length, "class", "classes")} at ${counted(steps, "time step")}, from 0 (dark) to 1 (bright)`}
          steps={steps}
          rows={labels.length}
          height={height}
          paint={paintProbabilities}
          live
        />
      </StageLane>
    </div>
  );
}

interface ClassNameProps {
  readonly view: StageViewStore;
  readonly id: number;
  readonly label: string;
}

function ClassName({ view, id, label }: ClassNameProps) {
  const item = useRef<HTMLLIElement>(null);
  useLive(view, ({ snapshot, time }) => {
    const answer = snapshot?.answer;
    if (answer?.kind === "class") setAttribute(item.current, "data-right", String(answer.truth[time] === id));
  });
  const percent = useCallback((now: StageView) => wholePercent(probabilityOf(now, id)), [id]);
  return (
    <li ref={item} className={styles.name}>
      <span className={styles.label} title={label}>
        {symbolGlyph(label)}
      </span>
      <LiveText view={view} className={styles.percent} text={percent} />
    </li>
  );
}

const wholePercent = (probability: number | null) =>
  probability === null ? "" : `${(probability * 100).toFixed(0)} %`;

function probabilityOf({ snapshot, time }: StageView, id: number): number | null {
  const answer = snapshot?.answer;
  return answer?.kind === "class" ? (answer.probabilities[time * answer.labels.length + id] ?? null) : null;
}

function paintProbabilities(image: ImageData, { snapshot, theme }: StageView): void {
  const answer = snapshot?.answer;
  if (answer?.kind !== "class" || answer.labels.length !== image.height) return;
  const plane = { data: answer.probabilities, first: 0, stride: answer.labels.length };
  paintPlane(image, plane, colourScale("gate", theme));
}
