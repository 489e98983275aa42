/** Loads the dialog for pictures when it is first opened. */
import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import type { PlaygroundStore } from "../../../store/store";

const PictureDialog = lazy(async () => ({ default: (await import("./PictureDialog")).PictureDialog }));

export function PictureDialogHost({ store }: { readonly store: PlaygroundStore }) {
  const isOpen = useStore(store, ({ pictures }) => pictures !== null);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <PictureDialog store={store} />
    </Suspense>
  );
}
