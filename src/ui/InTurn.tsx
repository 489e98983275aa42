/** A part of the page that takes its turn when another run comes (`turns.ts`): what stands in it sees the state as the part does. */
import { type ReactNode, useEffect, useState } from "react";
import { createStore } from "zustand/vanilla";
import { PartContext, usePlaygroundStore, useTurns } from "./usePlaygroundStore";

export function InTurn({ children }: { readonly children: ReactNode }) {
  const store = usePlaygroundStore();
  const turns = useTurns();
  const [part] = useState(() => createStore(store.getState));
  useEffect(() => turns.join(part), [turns, part]);
  return <PartContext value={part}>{children}</PartContext>;
}
