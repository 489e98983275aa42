/** What is trained on, what is trained, and how. */
import { DataPanel } from "../data/DataPanel";
import { FaultBoundary } from "../faults/FaultBoundary";
import { NetworkPanel } from "./NetworkPanel";
import { TrainingPanel } from "./TrainingPanel";

export function SettingsColumn() {
  return (
    <>
      <FaultBoundary what="The panel of data">
        <DataPanel />
      </FaultBoundary>
      <FaultBoundary what="The settings of the network">
        <NetworkPanel />
      </FaultBoundary>
      <FaultBoundary what="The settings of training">
        <TrainingPanel />
      </FaultBoundary>
    </>
  );
}
