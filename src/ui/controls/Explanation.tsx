/**
 * A sign behind a name that says what it means: to a pointer and to the keyboard's focus while they are there, and to a press or
 * a tap until the next one, Escape, or a press elsewhere. What was pressed stays while the page scrolls or moves beneath it.
 */
import { Info } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { Button, type PressEvent, Tooltip, TooltipTrigger } from "react-aria-components";
import { useWords } from "../words/useWords";
import styles from "./Explanation.module.css";

interface ExplanationProps {
  /** What it stands behind. */
  readonly of: string;
  /** What it must not cover: a field with what is wrong with its value. By itself it keeps clear of its sign alone. */
  readonly clearOf?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

const [openMs, closeMs] = [200, 80];

export function Explanation({ of, clearOf, children }: ExplanationProps) {
  const { controls } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [placing, setPlacing] = useState(0);
  const sign = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    // On the window: the tooltip hears of keys at the document, and closes there.
    const release = ({ key }: KeyboardEvent) => {
      if (key === "Escape") pressed = null;
    };
    window.addEventListener("keydown", release, true);
    return () => window.removeEventListener("keydown", release, true);
  }, [isOpen]);

  /** A tooltip opens where its sign is hovered, and closes where it no longer is, and where it would have to be placed anew. */
  const change = (opens: boolean) => {
    const shown = kept();
    const stays = shown !== null && shown === sign.current;
    setOpen(shown === null ? opens : stays);
    if (stays) setPlacing((count) => count + 1);
  };
  // A pointer that hovers has opened it already; a finger cannot hover, and closes it by the next tap.
  const press = ({ pointerType }: PressEvent) => {
    const opens = pointerType !== "touch" || !isOpen;
    pressed = opens ? sign.current : null;
    setOpen(opens);
  };
  return (
    <TooltipTrigger
      isOpen={isOpen}
      onOpenChange={change}
      delay={openMs}
      closeDelay={closeMs}
      shouldCloseOnPress={false}
    >
      <Button ref={sign} className={styles.sign} aria-label={controls.about({ name: of })} onPress={press}>
        <Info size={15} aria-hidden="true" />
      </Button>
      <Tooltip
        key={placing}
        className={styles.bubble}
        placement="bottom end"
        offset={4}
        {...(clearOf && { triggerRef: clearOf })}
      >
        {children}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The sign that was pressed last; it keeps what it says on show while it has the focus. */
let pressed: Element | null = null;
const kept = () => (pressed === document.activeElement ? pressed : null);
