/** The most probable class at every step, in one piece as long as it stays the same. Right ones stand on a bar. */

import { useCallback } from "react";
import type { Say } from "../../../words/message";
import { useSay, useWords } from "../../words/useWords";
import { type DrawingArea, SharpCanvas } from "../paint/SharpCanvas";
import { themeColour } from "../paint/themeColour";
import { answerText, answerTitle } from "../probe/answerWords";
import type { StageView, StageViewStore } from "../stageView";
import { symbolGlyph } from "../symbols";
import type { ClassShape } from "./answerShape";
import { LaneLabel } from "./LaneLabel";
import { StageLane } from "./StageLane";
import { segments } from "./segments";

interface SegmentsLaneProps {
  readonly view: StageViewStore;
  readonly shape: ClassShape;
  readonly steps: number;
}

export function SegmentsLane({ view, shape, steps }: SegmentsLaneProps) {
  const words = useWords();
  const say = useSay();
  const draw = useCallback((area: DrawingArea, now: StageView) => drawSegments(area, now, say), [say]);
  const label = (
    <LaneLabel view={view} title={answerTitle(words, shape)} text={(now) => answerText(words, now, true)} />
  );
  return (
    <StageLane label={label}>
      <SharpCanvas
        view={view}
        label={words.stage.likelyClasses({ steps })}
        steps={steps}
        height={26}
        draw={draw}
        live
      />
    </StageLane>
  );
}

function drawSegments(area: DrawingArea, { predictions, steps }: StageView, say: Say): void {
  const { context, width, style } = area;
  context.textBaseline = "middle";
  for (const segment of segments(predictions)) {
    const left = (segment.from / steps) * width;
    const text = symbolGlyph(say(segment.label));
    drawSegment(area, text, segment.right === true, left, (segment.to / steps) * width - left);
  }
  context.font = style.font;
}

function drawSegment(
  { context, height, style }: DrawingArea,
  name: string,
  right: boolean,
  left: number,
  width: number,
): void {
  // Thinner than a pixel or two, pieces would be all gap.
  const gap = width > 3 ? 1 : 0;
  context.fillStyle = themeColour("--sunken");
  context.fillRect(left, 0, width - gap, height);
  if (right) {
    context.fillStyle = themeColour("--good");
    context.fillRect(left, height - 3, width - gap, 3);
  }
  context.fillStyle = themeColour(right ? "--good" : "--text-soft");
  context.font = `${right ? 700 : 400} 12px ${style.fontFamily}`;
  const text = fitted(context, name, width - gap - 6);
  const isMirrored = style.getPropertyValue("--along").trim() === "-1";
  write(context, text, left + 3, height / 2, isMirrored);
}

/** The lane is mirrored where time runs to the left; its words are not. */
function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  isMirrored: boolean,
): void {
  context.save();
  context.translate(isMirrored ? x + context.measureText(text).width : x, y);
  if (isMirrored) context.scale(-1, 1);
  context.fillText(text, 0, 0);
  context.restore();
}

/** As much of a text as there is room for, or nothing. */
function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  const letters = Array.from(text);
  for (let count = letters.length - 1; count >= 1; count--) {
    const cut = `${letters.slice(0, count).join("")}…`;
    if (context.measureText(cut).width <= room) return cut;
  }
  return "";
}
