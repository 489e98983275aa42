/** An equation in symbols, typeset as MathML. */
import { useEffect, useRef, useState } from "react";
import { plainEquation } from "../../cells/cellDescription";
import styles from "./Equation.module.css";

interface TypesetProps {
  /** In LaTeX. */
  readonly tex: string;
}

/** The same as plain text stands until Temml, which is loaded on first use, has set the equation. */
export function Typeset({ tex }: TypesetProps) {
  const math = useRef<HTMLSpanElement>(null);
  const [typeset, setTypeset] = useState(false);
  useEffect(() => {
    let wanted = true;
    const typesetInto = async () => {
      const { default: temml } = await import("temml");
      if (!wanted || !math.current) return;
      temml.render(tex, math.current, { wrap: "none" });
      setTypeset(true);
    };
    // Without the typesetter (offline, say) the plain text stays, which says the same.
    typesetInto().catch(() => setTypeset(false));
    return () => {
      wanted = false;
    };
  }, [tex]);
  return (
    <p className={styles.symbols}>
      <span ref={math} />
      {!typeset && <span>{plainEquation(tex)}</span>}
    </p>
  );
}
