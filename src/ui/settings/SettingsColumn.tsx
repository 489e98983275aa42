/** What is trained on, what is trained, and how. */
import { DataPanel } from "../data/DataPanel";
import { NetworkPanel } from "./NetworkPanel";
import { TrainingPanel } from "./TrainingPanel";

export function SettingsColumn() {
  return (
    <>
      <DataPanel />
      <NetworkPanel />
      <TrainingPanel />
    </>
  );
}
