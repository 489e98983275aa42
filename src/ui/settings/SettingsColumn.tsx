/** What is trained on, what is trained, and how. */
import { DataPanel } from "../data/DataPanel";
import { FaultBoundary } from "../faults/FaultBoundary";
import { NetworkPanel } from "./NetworkPanel";
import { TrainingPanel } from "./TrainingPanel";

export function SettingsColumn() {
  return (
    <>
      <FaultBoundary what="dataPanel">
        <DataPanel />
      </FaultBoundary>
      <FaultBoundary what="networkPanel">
        <NetworkPanel />
      </FaultBoundary>
      <FaultBoundary what="trainingPanel">
        <TrainingPanel />
      </FaultBoundary>
    </>
  );
}
