/** The lines of a chart by name, each with its look and its value at the crosshair; one can be told from the others. */
import { type Key, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Said } from "../../../words/message";
import { useSay } from "../../words/useWords";
import { range } from "../paint/range";
import { LiveText } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import styles from "./TraceLegend.module.css";
import type { TraceLook } from "./traces";

export interface LegendEntry {
  readonly name: Said;
  readonly look: TraceLook;
  readonly value: (view: StageView) => string;
}

interface TraceLegendProps {
  readonly view: StageViewStore;
  readonly label: string;
  readonly entries: readonly LegendEntry[];
  /** The line that is chosen, or null; the same line is chosen again to let go of it. */
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
  readonly onPoint: (index: number | null) => void;
}

export function TraceLegend({ view, label, entries, chosen, onChoose, onPoint }: TraceLegendProps) {
  const say = useSay();
  const choose = (keys: Set<Key>) => {
    const [key] = keys;
    onChoose(key === undefined ? null : Number(key));
  };
  return (
    <ToggleButtonGroup
      className={styles.legend}
      aria-label={label}
      selectionMode="single"
      orientation="vertical"
      selectedKeys={chosen === null ? [] : [String(chosen)]}
      onSelectionChange={choose}
    >
      {range(entries.length).map((i) => (
        <ToggleButton
          key={i}
          id={String(i)}
          className={styles.entry}
          onHoverStart={() => onPoint(i)}
          onHoverEnd={() => onPoint(null)}
        >
          <Swatch look={entries[i].look} />
          <span className={styles.name} title={say(entries[i].name)}>
            {say(entries[i].name)}
          </span>
          <LiveText view={view} className={styles.value} text={entries[i].value} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

export function Swatch({ look }: { readonly look: TraceLook }) {
  return (
    <svg className={styles.swatch} width="18" height="8" aria-hidden="true">
      <line
        x1="0"
        y1="4"
        x2="18"
        y2="4"
        stroke={`var(--trace-${look.colour})`}
        strokeWidth="2.5"
        strokeDasharray={look.dash.join(" ")}
      />
    </svg>
  );
}
