/** The middle of the page: one sequence as the network sees it, gate by gate, and one unit's cell at one step. */

import { useStore } from "zustand";
import { FaultBoundary } from "../faults/FaultBoundary";
import { InTurn } from "../InTurn";
import { laterPart } from "../laterPart";
import { useWords } from "../words/useWords";
import { ProbeChooser } from "./probe/ProbeChooser";
import { SequencePanel } from "./probe/SequencePanel";
import styles from "./Stage.module.css";
import { usePlayback } from "./usePlayback";
import { useStageView } from "./useStageView";

// The gates come first; the cell below them renders in a task of its own.
const Looks = laterPart((parts) => parts.Looks, <div className={styles.awaited} />);

export function Stage() {
  const { lanes: view, cell } = useStageView();
  const { stage } = useWords();
  usePlayback(view);
  // Only what changes the page's structure renders again; all else is drawn live from the view.
  const symbols = useStore(view, (now) => now.symbols);
  const units = useStore(view, (now) => now.units);
  const waiting = useStore(view, (now) => now.snapshot === null);
  return (
    <div className={styles.stage} aria-busy={waiting}>
      <section className={styles.card} aria-label={stage.sequence}>
        <h2 className="visually-hidden">{stage.sequence}</h2>
        <FaultBoundary what="sequenceChoice">
          <InTurn>
            <ProbeChooser view={view} />
          </InTurn>
        </FaultBoundary>
        <FaultBoundary what="lanes">
          <SequencePanel view={view} symbols={symbols} units={units} />
        </FaultBoundary>
      </section>
      <FaultBoundary what="cell">
        <InTurn>
          <Looks view={cell} />
        </InTurn>
      </FaultBoundary>
    </div>
  );
}
