/** How probable the network holds each of a few classes at every step: a row a class, its name beside it. */

import { useRef } from "react";
import { useSay, useWords } from "../../words/useWords";
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
  const { stage } = useWords();
  const say = useSay();
  const { labels } = shape;
  const height = labels.length * classHeight;
  const names = (
    <ol className={styles.names} style={{ height }} aria-label={stage.classes}>
      {range(labels.length).map((id) => (
        <ClassName key={id} view={view} id={id} label={say(labels[id])} />
      ))}
    </ol>
  );
  return (
    <div className={styles.lane}>
      <StageLane label={names}>
        <PictureCanvas
          view={view}
          label={stage.probabilities({ classes: labels.length, steps })}
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
  const { stage } = useWords();
  const percent = (now: StageView) => {
    const probability = probabilityOf(now, id);
    return probability === null ? "" : stage.percent({ percent: Math.round(probability * 100) });
  };
  return (
    <li ref={item} className={styles.name}>
      <span className={styles.label} title={label}>
        {symbolGlyph(label)}
      </span>
      <LiveText view={view} className={styles.percent} text={percent} />
    </li>
  );
}

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
