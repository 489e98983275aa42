/** How the network is trained. The learning rate applies at once, the rest starts it again. */

import { Panel } from "../controls/Panel";
import { usePlayground } from "../usePlaygroundStore";
import { LearningRate } from "./LearningRate";
import { SettingField } from "./SettingField";
import { sequenceLengthHint } from "./sequenceLengthHint";
import styles from "./settings.module.css";

export function TrainingPanel() {
  return (
    <Panel title="Training">
      <p className={styles.note}>Changing these starts training again; the learning rate changes at once.</p>
      <LearningRate />
      <SequenceLength />
      <SettingField
        setting="batchSize"
        label="Batch size"
        hint="B: sequences in one step. More make steadier and slower steps."
      />
      <SettingField
        setting="dropout"
        label="Dropout"
        hint="Share of the old state that the gates do not see in training, other units for every sequence. 0 is none; 0.1 to 0.5 helps where training gets better and validation does not."
      />
      <SettingField
        setting="weightDecay"
        label="Weight decay"
        hint="How much each step shrinks the weights, as a share of the learning rate (AdamW). 0 is none; 0.01 to 0.1 is usual against learning by heart."
      />
      <SettingField
        setting="patience"
        label="Patience"
        hint="Validations without a better loss before training stops by itself and takes its best weights back. 0 never stops; 10 is usual."
      />
      <SettingField
        setting="clipNorm"
        label="Clip norm"
        hint="A longer gradient is cut to this length, so that one odd batch cannot ruin the weights. 1 is usual."
      />
      <SettingField
        setting="seed"
        label="Seed"
        hint="Of the first weights and of the order of the sequences. The same seed gives the same run."
      />
    </Panel>
  );
}

/** A task makes its sequences as long as its own parameters say. */
function SequenceLength() {
  const hint = usePlayground(({ data }) => sequenceLengthHint(data));
  return hint !== null && <SettingField setting="sequenceLength" label="Sequence length" hint={hint} />;
}
