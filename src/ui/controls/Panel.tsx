/** A part of the page under a heading of its own, reachable as a region of that name. */
import { type ReactNode, type Ref, useId } from "react";
import layout from "../styles/layout.module.css";
import { Explanation } from "./Explanation";
import styles from "./Panel.module.css";

interface PanelProps {
  readonly title: string;
  /** Behind a sign beside the heading. */
  readonly about?: ReactNode;
  /** Right of the heading. */
  readonly aside?: ReactNode;
  /** Whether it stands in a frame already. */
  readonly isFramed?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

export function Panel({ title, about, aside, isFramed = false, children, ref }: PanelProps) {
  const headingId = useId();
  return (
    <section className={isFramed ? styles.part : styles.panel} aria-labelledby={headingId} ref={ref}>
      <header className={layout.ends}>
        <div className={layout.named}>
          <h2 className={styles.title} id={headingId}>
            {title}
          </h2>
          {about !== undefined && <Explanation of={title}>{about}</Explanation>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
