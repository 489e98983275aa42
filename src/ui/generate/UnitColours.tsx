/** Whose state colours the text, and what the colours mean. */

import { shownRun } from "../../store/runs";
import type { Playground } from "../../store/store";
import { NumericField } from "../controls/NumericField";
import { colourScale } from "../stage/paint/colourScale";
import { useTheme } from "../theme/useTheme";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./UnitColours.module.css";

/** One unit is followed on the whole page, and it is one of the layer on show. */
function selectableUnits(state: Playground): number {
  const { snapshot, settings } = shownRun(state);
  return snapshot?.layers[state.layer]?.hiddenSize ?? settings.hiddenSizes[0];
}

export function UnitColours() {
  const words = useAllWords().generate;
  const store = usePlaygroundStore();
  const unit = usePlayground((state) => state.unit);
  const units = usePlayground(selectableUnits);
  const layers = useRun((run) => run.snapshot?.layers.length ?? 1);
  const { css } = colourScale("state", useTheme());
  const stops = css.filter((_, level) => level % 15 === 0);
  return (
    <div className={styles.colours}>
      <NumericField
        label={words.colouredBy}
        value={unit}
        range={{ min: 0, max: units - 1, integer: true }}
        onCommit={store.getState().selectUnit}
        hint={words.colouredByHint({ last: units - 1, layers })}
      />
      <div className={styles.legend} role="img" aria-label={words.colourScale}>
        <div className={styles.bar} style={{ background: `linear-gradient(90deg, ${stops.join(", ")})` }} />
        <div className={styles.ticks} aria-hidden="true">
          <span>−1</span>
          <span>0</span>
          <span>1</span>
        </div>
      </div>
    </div>
  );
}
