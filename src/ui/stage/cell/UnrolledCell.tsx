/** The cell at several steps beside each other: how the state goes from one to the next, and what of each unit is kept on the way. */
import { type MouseEvent, useRef } from "react";
import { useStore } from "zustand";
import type { CellDescription, CellRow } from "../../cells/cellDescription";
import quantity from "../../styles/quantity.module.css";
import text from "../../styles/text.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords } from "../../words/useWords";
import { range } from "../paint/range";
import { sizedContext } from "../paint/sizedContext";
import { useRedraw } from "../paint/useRedraw";
import type { StageView, StageViewStore } from "../stageView";
import { symbolGlyph } from "../symbols";
import { useElementWidth } from "../useElementWidth";
import { useLive } from "../useLive";
import { indexAt } from "../usePointing";
import { SaveUnrolled } from "./SaveUnrolled";
import styles from "./UnrolledCell.module.css";
import { barWidth, type Chain, chainAt, chainRows, drawChain, pitchOf } from "./unrolled";

interface UnrolledCellProps {
  readonly view: StageViewStore;
  readonly description: CellDescription;
}

/** CSS pixels. */
const leastPitch = 56;
const [lowest, highest] = [96, 192];
const heightOf = (units: number) => Math.max(lowest, Math.min(highest, units * 2));

export function UnrolledCell({ view, description }: UnrolledCellProps) {
  const { diagram } = useAllWords();
  const store = usePlaygroundStore();
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box);
  const most = Math.max(2, Math.floor((width - barWidth) / leastPitch));
  const steps = useStore(view, (now) => now.steps);
  const first = useStore(view, ({ time }) => chainAt(time, steps, most).first);
  const chain: Chain = { first, count: Math.min(steps, most) };
  const selected = useStore(view, ({ time }) => time);
  const symbols = useStore(view, (now) => now.symbols);
  const units = useStore(view, (now) => now.units);
  const { keeps } = description;
  return (
    <div ref={box} className={styles.unrolled}>
      {chainRows(description).map((row) => (
        <ChainPicture
          // Of another size or page it is another picture.
          key={`${row.id} ${first} ${chain.count} ${width} ${units}`}
          view={view}
          description={description}
          row={row}
          chain={chain}
          width={width}
          units={units}
        />
      ))}
      <ol
        className={styles.steps}
        style={{
          gridTemplateColumns: `repeat(${chain.count}, minmax(0, 1fr))`,
          paddingInline: barWidth / 2,
        }}
        aria-label={diagram.stepsOfChain}
      >
        {range(chain.count).map((i) => (
          <li key={i} className={styles.step} data-selected={first + i === selected || undefined}>
            <button
              type="button"
              className={styles.choose}
              aria-pressed={first + i === selected}
              onClick={() => store.getState().selectTime(first + i)}
            >
              <bdi className={styles.symbol}>{symbolGlyph(symbols[first + i] ?? "") || "x"}</bdi>
              <span className={styles.time}>{first + i}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className={text.hint}>
        {keeps ? diagram.keptInChain({ gate: keeps.gate, is: keeps.is }) : diagram.nothingKept}
      </p>
      <SaveUnrolled
        view={view}
        description={description}
        chain={chain}
        width={width}
        height={heightOf(units)}
      />
    </div>
  );
}

interface ChainPictureProps extends UnrolledCellProps {
  readonly row: CellRow;
  readonly chain: Chain;
  readonly width: number;
  readonly units: number;
}

function ChainPicture({ view, description, row, chain, width, units }: ChainPictureProps) {
  const store = usePlaygroundStore();
  const { cells, diagram } = useAllWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const height = heightOf(units);
  const { first, count } = chain;
  const draw = ({ layer, order, theme, unit }: StageView) => {
    const pen = canvas.current && sizedContext(canvas.current, 0, width, height);
    if (mark.current) {
      mark.current.style.top = `${((order.rows[unit] ?? 0) / order.units.length) * 100}%`;
      mark.current.style.height = `${100 / order.units.length}%`;
    }
    if (!pen || !layer?.states.includes(row.id)) return;
    const { keeps } = description;
    drawChain(pen, { layer, row, keeps, chain, units: order.units, theme, width, height });
  };
  useLive(view, (now, before) => {
    if (
      now.layer !== before?.layer ||
      now.order !== before?.order ||
      now.theme !== before?.theme ||
      now.unit !== before?.unit
    )
      draw(now);
  });
  useRedraw(canvas, () => draw(view.getState()));
  const choose = (event: MouseEvent) => {
    const area = event.currentTarget.getBoundingClientRect();
    const { selectTime, selectUnit } = store.getState();
    selectTime(
      first + indexAt(event.clientX - area.left - barWidth / 2, pitchOf(width, chain) * count, count),
    );
    const place = indexAt(event.clientY - area.top, area.height, units);
    selectUnit(view.getState().order.units[place] ?? 0);
  };
  return (
    <div>
      <h3 className={`${quantity.quantity} ${styles.name}`} data-quantity={row.role}>
        {cells.quantities[row.name]} <i>{row.id}</i>
      </h3>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the steps below are buttons, and the lanes choose units */}
      <div
        className={styles.picture}
        style={{ height }}
        role="img"
        aria-label={diagram.chainOf({
          name: cells.quantities[row.name],
          units,
          from: first,
          to: first + count - 1,
        })}
        onClick={choose}
      >
        <canvas ref={canvas} className={styles.canvas} />
        <div ref={mark} className={styles.mark} />
      </div>
    </div>
  );
}
