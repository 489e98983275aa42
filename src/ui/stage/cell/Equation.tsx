/** A node's equation: in symbols, typeset as MathML, and with the numbers of the step on show. */

import { useStore } from "zustand";
import { type CellNode, equationOf } from "../../cells/cellDescription";
import { noteWords } from "../../cells/noteWords";
import quantity from "../../styles/quantity.module.css";
import { useAllWords } from "../../words/useWords";
import { missing } from "../format";
import { LiveText } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import styles from "./Equation.module.css";
import { Typeset } from "./Typeset";

interface EquationProps {
  readonly view: StageViewStore;
  readonly node: CellNode;
}

/** Of one node as long as it is mounted. */
export function Equation({ view, node }: EquationProps) {
  const words = useAllWords();
  const { name, meaning } = noteWords(words, node.note);
  const reverse = useStore(view, ({ layer }) => layer?.reverse ?? false);
  const tex = equationOf(node, reverse);
  return (
    <section
      className={`${quantity.quantity} ${styles.equation}`}
      aria-label={words.diagram.equation}
      data-quantity={node.role ?? undefined}
    >
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.meaning}>{meaning}</p>
      <Typeset key={tex} tex={tex} />
      <p className={styles.numbers}>
        <LiveText view={view} text={({ cell }) => (cell ? node.numbers(cell, words) : missing)} />
      </p>
    </section>
  );
}
