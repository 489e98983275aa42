/** What is shown on a press of the words that name it. */
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { Action } from "./Action";
import styles from "./OnDemand.module.css";

interface OnDemandProps {
  readonly title: string;
  /** The title once it is open, where that is another. */
  readonly titleOpen?: string;
  /** Of its heading. */
  readonly level: 3 | 4;
  /** A function where it is much, to be made only once it is asked for. */
  readonly children: ReactNode | (() => ReactNode);
}

export function OnDemand({ title, titleOpen = title, level, children }: OnDemandProps) {
  return (
    <Disclosure>
      {({ isExpanded }) => (
        <>
          <Heading level={level} className={styles.heading}>
            <Action slot="trigger" weight="link">
              <ChevronRight size={13} aria-hidden="true" className={styles.sign} />
              {isExpanded ? titleOpen : title}
            </Action>
          </Heading>
          <DisclosurePanel>
            {typeof children === "function" ? isExpanded && children() : children}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
