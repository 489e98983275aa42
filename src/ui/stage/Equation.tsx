/** A node's equation: in symbols, typeset as MathML, and with the numbers of the step on show. */
import { useEffect, useRef, useState } from "react";
import { type CellNode, cellNodes, type NodeId } from "./cellNodes";
import styles from "./Equation.module.css";
import { missing } from "./format";
import { LiveText } from "./LiveText";
import type { StageViewStore } from "./stageView";

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
      <Typeset key={`symbols ${id}`} node={node} />
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

/** The plain text stands until Temml, which is loaded on first use, has set the equation. */
function Typeset({ node }: { readonly node: CellNode }) {
  const math = useRef<HTMLSpanElement>(null);
  const [typeset, setTypeset] = useState(false);
  useEffect(() => {
    let wanted = true;
    const typesetInto = async () => {
      const { default: temml } = await import("temml");
      if (!wanted || !math.current) return;
      temml.render(node.tex, math.current, { wrap: "none" });
      setTypeset(true);
    };
    // Without the typesetter (offline, say) the plain text stays, which says the same.
    typesetInto().catch(() => setTypeset(false));
    return () => {
      wanted = false;
    };
  }, [node]);
  return (
    <p className={styles.symbols}>
      <span ref={math} />
      {!typeset && <span>{node.plain}</span>}
    </p>
  );
}
