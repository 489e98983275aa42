/** How the network is trained. The learning rate applies at once, the rest starts it again. */
import { useStore } from "zustand";
import type { PlaygroundStore } from "../../store/store";
import { Panel } from "../controls/Panel";
import { LearningRate } from "./LearningRate";
import { SettingField } from "./SettingField";
import { sequenceLengthHint } from "./sequenceLengthHint";
import styles from "./settings.module.css";

export function TrainingPanel({ store }: { readonly store: PlaygroundStore }) {
  return (
    <Panel title="Training">
      <p className={styles.note}>Changing these starts training again; the learning rate changes at once.</p>
      <LearningRate store={store} />
      <SequenceLength store={store} />
      <SettingField
        store={store}
        setting="batchSize"
        label="Batch size"
        hint="B: sequences in one step. More make steadier and slower steps."
      />
      <SettingField
        store={store}
        setting="dropout"
        label="Dropout"
        hint="Share of the old state that the gates do not see in training, other units for every sequence. 0 is none; 0.1 to 0.5 helps where training gets better and validation does not."
      />
      <SettingField
        store={store}
        setting="weightDecay"
        label="Weight decay"
        hint="How much each step shrinks the weights, as a share of the learning rate (AdamW). 0 is none; 0.01 to 0.1 is usual against learning by heart."
      />
      <SettingField
        store={store}
        setting="patience"
        label="Patience"
        hint="Validations without a better loss before training stops by itself and takes its best weights back. 0 never stops; 10 is usual."
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

/** A task makes its sequences as long as its own parameters say. */
function SequenceLength({ store }: { readonly store: PlaygroundStore }) {
  const hint = useStore(store, ({ data }) => sequenceLengthHint(data));
  return (
    hint !== null && (
      <SettingField store={store} setting="sequenceLength" label="Sequence length" hint={hint} />
    )
  );
}
