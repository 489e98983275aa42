/** A node's equation: in symbols, typeset as MathML, and with the numbers of the step on show. */

import { missing } from "../format";
import { LiveText } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { cellNodes, type NodeId } from "./cellNodes";
import styles from "./Equation.module.css";
import { Typeset } from "./Typeset";

interface EquationProps {
  readonly view: StageViewStore;
  readonly id: NodeId;
}

export function Equation({ view, id }: EquationProps) {
  const node = cellNodes[id];
  return (
    <section className={styles.equation} aria-label="Equation" data-quantity={node.quantity ?? undefined}>
      <h3 className={styles.name}>{node.name}</h3>
      <p className={styles.meaning}>{node.meaning}</p>
      <Typeset key={`symbols ${id}`} tex={node.tex} plain={node.plain} />
      <p className={styles.numbers}>
        <LiveText
          key={`numbers ${id}`}
          view={view}
          text={({ cell }) => (cell ? node.numbers(cell) : missing)}
        />
      </p>
    </section>
  );
}
