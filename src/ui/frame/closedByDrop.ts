/** A file that is dropped on the page is read beneath its dialogs: those that ask for nothing of the kind make way for what it opens. */
import { useEffect } from "react";

const open = new Set<() => void>();

export function useClosedByDrop(close: () => void): void {
  useEffect(() => {
    open.add(close);
    return () => {
      open.delete(close);
    };
  }, [close]);
}

/** Before what was dropped is opened. */
export function closeForDrop(): void {
  for (const close of [...open]) close();
}
