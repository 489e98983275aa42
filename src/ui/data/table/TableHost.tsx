/** Shows the dialog while a table is being opened. Its program is loaded when it is first needed. */

import { lazy, Suspense } from "react";
import { usePlayground } from "../../usePlaygroundStore";

const TableDialog = lazy(async () => ({ default: (await import("./TableDialog")).TableDialog }));

export function TableHost() {
  const isOpen = usePlayground((state) => state.table !== null);
  if (!isOpen) return null;
  return (
    <Suspense>
      <TableDialog />
    </Suspense>
  );
}
