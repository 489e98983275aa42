/** A part of the page under a heading of its own, reachable as a region of that name. */
import { type ReactNode, type Ref, useId } from "react";
import layout from "../styles/layout.module.css";
import styles from "./Panel.module.css";

interface PanelProps {
  readonly title: string;
  /** Right of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

export function Panel({ title, aside, children, ref }: PanelProps) {
  const headingId = useId();
  return (
    <section className={styles.panel} aria-labelledby={headingId} ref={ref}>
      <header className={layout.ends}>
        <h2 className={styles.title} id={headingId}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
