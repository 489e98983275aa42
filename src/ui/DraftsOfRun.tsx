import type { ReactNode } from "react";
import { DraftsOfContext } from "./controls/refusedDrafts";
import { useRun } from "./usePlaygroundStore";

/** Drafts in these fields are of the run on the stage. What stands in it is not drawn anew with another run. */
export function DraftsOfRun({ children }: { readonly children: ReactNode }) {
  const run = useRun(({ id }) => id);
  return <DraftsOfContext value={run}>{children}</DraftsOfContext>;
}
