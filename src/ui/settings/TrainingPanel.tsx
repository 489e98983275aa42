/** How the network is trained. The learning rate applies at once, the rest starts it again. */
import type { PlaygroundStore } from "../../store/store";
import { Panel } from "../controls/Panel";
import { LearningRate } from "./LearningRate";
import { SettingField } from "./SettingField";
import styles from "./settings.module.css";

export function TrainingPanel({ store }: { readonly store: PlaygroundStore }) {
  return (
    <Panel title="Training">
      <p className={styles.note}>Changing these starts training again; the learning rate changes at once.</p>
      <LearningRate store={store} />
      <SettingField
        store={store}
        setting="sequenceLength"
        label="Sequence length"
        hint="T, in characters: how far back an error is followed. 32 to 128 is usual."
      />
      <SettingField
        store={store}
        setting="batchSize"
        label="Batch size"
        hint="B: sequences in one step. More make steadier and slower steps."
      />
      <SettingField
        store={store}
        setting="clipNorm"
        label="Clip norm"
        hint="A longer gradient is cut to this length, so that one odd batch cannot ruin the weights. 1 is usual."
      />
      <SettingField
        store={store}
        setting="seed"
        label="Seed"
        hint="Of the first weights and of the order of the sequences. The same seed gives the same run."
      />
    </Panel>
  );
}
