/** The frame of every dialog: what it is about at the top, what it holds in the middle, the ways out of it at the foot. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay, type ModalOverlayProps } from "react-aria-components";
import { FaultBoundary } from "../faults/FaultBoundary";
import { useClosedByDrop } from "./closedByDrop";
import styles from "./DialogFrame.module.css";
import { PressesBeside } from "./pressesBeside";

interface DialogFrameProps {
  readonly title: ReactNode;
  /** Beside the title: what is known of the thing by its numbers. */
  readonly facts?: ReactNode;
  /** Under the title, from edge to edge: how far the thing is. */
  readonly progress?: ReactNode;
  readonly size: "narrow" | "medium" | "wide";
  /** As high whatever it holds, so that nothing jumps when that changes; on a phone it is the whole screen. */
  readonly steady?: boolean;
  /** Without it, the dialog opens and closes with the trigger that it stands beside. */
  readonly onClose?: () => void;
  /** A click beside it closes it, too, and a file that is dropped on the page: where that throws nothing away. */
  readonly isDismissable?: boolean;
  /** A `DialogBody` and a `DialogFooter`. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

export function DialogFrame(props: DialogFrameProps) {
  const { title, facts, progress, size, steady = false, onClose, isDismissable = false, children } = props;
  const opening: ModalOverlayProps = onClose
    ? { isOpen: true, onOpenChange: (isOpen) => isOpen || onClose() }
    : {};
  const [presses] = useState(() => new PressesBeside());
  return (
    <ModalOverlay
      {...opening}
      className={styles.overlay}
      isDismissable={isDismissable}
      shouldCloseOnInteractOutside={() => presses.isMeant}
      data-steady={steady || undefined}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <Dialog className={styles.dialog}>
          {({ close }) => (
            <>
              <Heard presses={presses} />
              {isDismissable && <ClosedByDrop close={close} />}
              <UnfocusedEscape />
              <header className={styles.header}>
                <Heading slot="title" className={styles.title}>
                  {title}
                </Heading>
                {facts && <p className={styles.facts}>{facts}</p>}
                <div className={styles.edge}>{progress}</div>
              </header>
              <FaultBoundary what="dialog" onClose={close}>
                {typeof children === "function" ? children(close) : children}
              </FaultBoundary>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Tells when the dialog came, and of all presses, before they do anything. */
function Heard({ presses }: { readonly presses: PressesBeside }) {
  useEffect(() => {
    presses.opened(performance.now());
    const hear = ({ timeStamp }: PointerEvent) => presses.pressed(timeStamp);
    window.addEventListener("pointerdown", hear, true);
    return () => window.removeEventListener("pointerdown", hear, true);
  }, [presses]);
  return null;
}

function ClosedByDrop({ close }: { readonly close: () => void }) {
  useClosedByDrop(close);
  return null;
}

/**
 * Escape closes the dialog that is on top, wherever the focus is. A dialog gives it up for some frames half a second after it opened,
 * so that VoiceOver finds it; a key that is pressed meanwhile goes to the document's body.
 */
function UnfocusedEscape() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const pass = ({ key, target }: KeyboardEvent) => {
      if (key === "Escape" && target === document.body)
        place.current?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    };
    document.addEventListener("keydown", pass);
    return () => document.removeEventListener("keydown", pass);
  }, []);
  return <span ref={place} hidden />;
}
