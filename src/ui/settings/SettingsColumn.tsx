/** What is trained on, what is trained, and how. */
import { DataPanel } from "../data/DataPanel";
import { FaultBoundary } from "../faults/FaultBoundary";
import { useWords } from "../words/useWords";
import { NetworkPanel } from "./NetworkPanel";
import { TrainingPanel } from "./TrainingPanel";

export function SettingsColumn() {
  const { settings: words } = useWords();
  return (
    <>
      <FaultBoundary what={words.dataPart}>
        <DataPanel />
      </FaultBoundary>
      <FaultBoundary what={words.networkPart}>
        <NetworkPanel />
      </FaultBoundary>
      <FaultBoundary what={words.trainingPart}>
        <TrainingPanel />
      </FaultBoundary>
    </>
  );
}
