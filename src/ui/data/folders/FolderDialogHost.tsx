/** Loads the dialog for folders when it is first opened. */
import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import type { PlaygroundStore } from "../../../store/store";

const FolderDialog = lazy(async () => ({ default: (await import("./FolderDialog")).FolderDialog }));

export function FolderDialogHost({ store }: { readonly store: PlaygroundStore }) {
  const isOpen = useStore(store, ({ folder }) => folder !== null);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <FolderDialog store={store} />
    </Suspense>
  );
}
