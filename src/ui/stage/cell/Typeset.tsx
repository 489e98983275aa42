/** An equation in symbols, typeset as MathML. */
import { useEffect, useRef, useState } from "react";
import styles from "./Equation.module.css";

interface TypesetProps {
  readonly tex: string;
  /** The same as plain text. */
  readonly plain: string;
}

/** The plain text stands until Temml, which is loaded on first use, has set the equation. */
export function Typeset({ tex, plain }: TypesetProps) {
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
      {!typeset && <span>{plain}</span>}
    </p>
  );
}
