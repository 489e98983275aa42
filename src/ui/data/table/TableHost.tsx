/** Shows the dialog while a table is being opened. Its program is loaded when it is first needed. */
import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import type { PlaygroundStore } from "../../../store/store";

const TableDialog = lazy(async () => ({ default: (await import("./TableDialog")).TableDialog }));

export function TableHost({ store }: { readonly store: PlaygroundStore }) {
  const isOpen = useStore(store, (state) => state.table !== null);
  if (!isOpen) return null;
  return (
    <Suspense>
      <TableDialog store={store} />
    </Suspense>
  );
}
