/** How daring the network writes, and how much. */

import { DraftField } from "../controls/DraftField";
import { NumericField } from "../controls/NumericField";
import { Toggle } from "../controls/Toggle";
import { type TrackScale, ValueSlider } from "../controls/ValueSlider";
import { stepWords } from "../stepWords";
import layout from "../styles/layout.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { parseTopK } from "./parseTopK";
import styles from "./SamplingControls.module.css";

const temperatures: TrackScale = {
  min: 0.1,
  max: 2,
  step: 0.05,
  toPosition: (value) => value,
  fromPosition: (position) => Number(position.toFixed(2)),
};
const lengths = { min: 1, max: 2000, integer: true };

export function SamplingControls() {
  const store = usePlaygroundStore();
  const { greedy, temperature, topK } = usePlayground((state) => state.sampling);
  const length = usePlayground((state) => state.generationLength);
  const vocabularySize = usePlayground((state) =>
    state.data?.kind === "text" ? state.data.vocabulary.length : 1000,
  );
  const called = usePlayground((state) => stepWords(state.data).many);
  const { setSampling, setGenerationLength } = store.getState();
  return (
    <div className={`${layout.stack} ${styles.controls}`}>
      <ValueSlider
        label="Temperature"
        value={temperature}
        scale={temperatures}
        format={(value) => value.toFixed(2)}
        onChange={(value) => setSampling({ temperature: value })}
        isDisabled={greedy}
        hint="Below 1 it plays safe and repeats itself, above 1 it takes risks. 0.5 to 0.9 reads best."
      />
      <div className={styles.fields}>
        <DraftField
          label="Top k"
          text={topK === null ? "all" : String(topK)}
          parse={(text) => parseTopK(text, vocabularySize)}
          onCommit={(value) => setSampling({ topK: value })}
          inputMode="text"
          isDisabled={greedy}
          hint="Draws from the k most probable symbols only."
        />
        <NumericField
          label="Length"
          value={length}
          range={lengths}
          onCommit={setGenerationLength}
          hint={`In ${called}, 2,000 at most.`}
        />
      </div>
      <Toggle
        label="Greedy"
        value={greedy}
        onChange={(value) => setSampling({ greedy: value })}
        hint="Always the most probable symbol: no chance, and soon a loop."
      />
    </div>
  );
}
