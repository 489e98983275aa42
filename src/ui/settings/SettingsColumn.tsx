/** What is trained on, what is trained, and how. */
import type { PlaygroundStore } from "../../store/store";
import { DataPanel } from "../data/DataPanel";
import { NetworkPanel } from "./NetworkPanel";
import { TrainingPanel } from "./TrainingPanel";

export function SettingsColumn({ store }: { readonly store: PlaygroundStore }) {
  return (
    <>
      <DataPanel store={store} />
      <NetworkPanel store={store} />
      <TrainingPanel store={store} />
    </>
  );
}
