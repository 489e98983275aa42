/** How the network is trained. What applies at once says so; the rest starts it again. */

import { Panel } from "../controls/Panel";
import { useAllWords } from "../words/useWords";
import { LockedNote } from "./LockedNote";
import { SchedulePicture } from "./SchedulePicture";
import { SettingList } from "./SettingList";

export function TrainingPanel() {
  const { settings: words } = useAllWords();
  return (
    <Panel title={words.training} about={words.trainingRestarts}>
      <LockedNote />
      <SettingList
        names={["learningRate", "sequenceLength", "batchSize", "lengthUnit", "length", "patience"]}
        further={[
          ["optimizer", "momentum", "nesterov", "weightDecay"],
          ["clipNorm", "clipValue"],
          ["labelSmoothing", "classWeights"],
          ["windows"],
          ["seed"],
          ["warmupSteps", "decay", "decaySteps", "decayFloor", "decayFactor", "decayPatience"],
        ]}
        more={words.moreTraining}
        fewer={words.fewerTraining}
      >
        <SchedulePicture />
      </SettingList>
    </Panel>
  );
}
