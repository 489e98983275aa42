/** What is trained, and how. */
import { FaultBoundary } from "../faults/FaultBoundary";
import { NetworkPanel } from "./NetworkPanel";
import { TrainingPanel } from "./TrainingPanel";

export function SettingsPanels() {
  return (
    <>
      <FaultBoundary what="networkPanel">
        <NetworkPanel />
      </FaultBoundary>
      <FaultBoundary what="trainingPanel">
        <TrainingPanel />
      </FaultBoundary>
    </>
  );
}
