/** How the network is trained. What applies at once says so; the rest starts it again. */

import { Panel } from "../controls/Panel";
import text from "../styles/text.module.css";
import { SchedulePicture } from "./SchedulePicture";
import { SettingList } from "./SettingList";

export function TrainingPanel() {
  return (
    <Panel title="Training">
      <p className={text.hint}>
        Changing these starts training again; the learning rate and the run length change at once.
      </p>
      <SettingList
        of="training"
        names={["learningRate", "sequenceLength", "batchSize", "lengthUnit", "length", "patience"]}
        further={[
          ["optimizer", "momentum", "nesterov", "weightDecay"],
          ["clipNorm", "clipValue"],
          ["labelSmoothing", "classWeights"],
          ["windows"],
          ["seed"],
          ["warmupSteps", "decay", "decaySteps", "decayFloor", "decayFactor", "decayPatience"],
        ]}
      >
        <SchedulePicture />
      </SettingList>
    </Panel>
  );
}
