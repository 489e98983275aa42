/** Loads the dialog for folders when it is first opened. */

import { lazy, Suspense } from "react";
import { usePlayground } from "../../usePlaygroundStore";

const FolderDialog = lazy(async () => ({ default: (await import("./FolderDialog")).FolderDialog }));

export function FolderDialogHost() {
  const isOpen = usePlayground(({ folder }) => folder !== null);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <FolderDialog />
    </Suspense>
  );
}
