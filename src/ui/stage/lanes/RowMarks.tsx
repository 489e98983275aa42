/** Over a lane of units, the rows that are pinned, each in its colour, and the box that is selected. */
import { useRef } from "react";
import { mostPins } from "../../../store/selection";
import { range } from "../paint/range";
import { setStyle } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import { rowGroups } from "./boxBetween";
import styles from "./RowMarks.module.css";
import { useLaneDraw } from "./useLaneDraw";

export function RowMarks({ view }: { readonly view: StageViewStore }) {
  const pins = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useLive(view, (now, before) => {
    // Another number of units is another order as well.
    if (now.order !== before?.order || now.pins !== before.pins) drawPins(pins.current, now);
    if (now.order !== before?.order || now.box !== before.box || now.steps !== before.steps)
      drawBox(box.current, now);
  });
  useLaneDraw(({ left, width }) => {
    setStyle(pins.current, "--left", `${left}px`);
    setStyle(pins.current, "--width", `${width}px`);
  });
  return (
    <div className={styles.layer} aria-hidden="true">
      <div ref={box} />
      <div ref={pins}>
        {range(mostPins).map((i) => (
          <div key={i} className={styles.pin} style={{ color: `var(--trace-${i + 1})` }} hidden />
        ))}
      </div>
    </div>
  );
}

function drawPins(layer: HTMLElement | null, { pins, order, units }: StageView): void {
  for (const [i, element] of Array.from(layer?.children ?? []).entries()) {
    const pin = pins.find(({ colour }) => colour === i + 1);
    if (!(element instanceof HTMLElement)) continue;
    element.hidden = pin === undefined;
    if (!pin) continue;
    element.style.top = `${(order.rows[pin.unit] / units) * 100}%`;
    element.style.height = `${100 / units}%`;
  }
}

function drawBox(layer: HTMLElement | null, { box, order, steps, units }: StageView): void {
  if (!layer) return;
  const rows = (box?.units ?? []).map((unit) => order.rows[unit] ?? 0);
  layer.replaceChildren(
    ...rowGroups(rows).map(([first, count]) => {
      const element = document.createElement("div");
      element.className = styles.box ?? "";
      element.style.top = `${(first / units) * 100}%`;
      element.style.height = `${(count / units) * 100}%`;
      element.style.left = `${((box?.from ?? 0) / steps) * 100}%`;
      element.style.width = `${(((box?.to ?? 0) - (box?.from ?? 0) + 1) / steps) * 100}%`;
      return element;
    }),
  );
}
