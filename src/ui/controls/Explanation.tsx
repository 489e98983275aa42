/** A sign behind a name that says what it means: to a pointer, to the keyboard's focus and to a tap. */
import { Info } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, type PressEvent, Tooltip, TooltipTrigger } from "react-aria-components";
import { useWords } from "../words/useWords";
import styles from "./Explanation.module.css";

interface ExplanationProps {
  /** What it stands behind. */
  readonly of: string;
  readonly children: ReactNode;
}

const [openMs, closeMs] = [200, 80];

export function Explanation({ of, children }: ExplanationProps) {
  const { controls } = useWords();
  const [isOpen, setOpen] = useState(false);
  // A pointer that hovers has opened it already; a finger cannot hover, and closes it by the next tap.
  const press = ({ pointerType }: PressEvent) => setOpen(pointerType !== "touch" || !isOpen);
  return (
    <TooltipTrigger
      isOpen={isOpen}
      onOpenChange={setOpen}
      delay={openMs}
      closeDelay={closeMs}
      shouldCloseOnPress={false}
    >
      <Button className={styles.sign} aria-label={controls.about({ name: of })} onPress={press}>
        <Info size={15} aria-hidden="true" />
      </Button>
      <Tooltip className={styles.bubble} placement="bottom end" offset={4}>
        {children}
      </Tooltip>
    </TooltipTrigger>
  );
}
