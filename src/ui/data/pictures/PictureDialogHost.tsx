/** Loads the dialog for pictures when it is first opened. */

import { lazy, Suspense } from "react";
import { usePlayground } from "../../usePlaygroundStore";

const PictureDialog = lazy(async () => ({ default: (await import("./PictureDialog")).PictureDialog }));

export function PictureDialogHost() {
  const isOpen = usePlayground(({ pictures }) => pictures !== null);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <PictureDialog />
    </Suspense>
  );
}
