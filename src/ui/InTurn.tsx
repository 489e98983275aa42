/** A part of the page that takes its turn when another run comes (`turns.ts`): what stands in it sees the state as the part does. */
import { type ReactNode, useEffect, useState } from "react";
import { createStore } from "zustand/vanilla";
import { DraftsOfRun } from "./DraftsOfRun";
import { PartContext, usePlaygroundStore, useTurns } from "./usePlaygroundStore";

interface InTurnProps {
  /** Whether its turn comes before the others'. */
  readonly isFirst?: boolean;
  readonly children: ReactNode;
}

export function InTurn({ isFirst = false, children }: InTurnProps) {
  const store = usePlaygroundStore();
  const turns = useTurns();
  const [part] = useState(() => createStore(store.getState));
  useEffect(() => turns.join(part, isFirst), [turns, part, isFirst]);
  return (
    <PartContext value={part}>
      <DraftsOfRun>{children}</DraftsOfRun>
    </PartContext>
  );
}
