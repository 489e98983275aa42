/** How daring the network writes, and how much. */

import { DraftField } from "../controls/DraftField";
import { Explained } from "../controls/Explained";
import { NumericField } from "../controls/NumericField";
import { Toggle } from "../controls/Toggle";
import { type TrackScale, ValueSlider } from "../controls/ValueSlider";
import { stepUnit } from "../stepUnit";
import layout from "../styles/layout.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
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
  const unit = usePlayground((state) => stepUnit(state.data));
  const words = useAllWords().generate;
  const { setSampling, setGenerationLength } = store.getState();
  return (
    <div className={`${layout.stack} ${styles.controls}`}>
      <Explained label={words.temperature} about={words.temperatureHint}>
        <ValueSlider
          label={words.temperature}
          value={temperature}
          scale={temperatures}
          format={(value) => value.toFixed(2)}
          onChange={(value) => setSampling({ temperature: value })}
          isDisabled={greedy}
        />
      </Explained>
      <div className={styles.fields}>
        <Explained label={words.topK} about={words.topKHint}>
          <DraftField
            label={words.topK}
            text={topK === null ? words.all : String(topK)}
            parse={(text) => parseTopK(text, vocabularySize, words.all)}
            onCommit={(value) => setSampling({ topK: value })}
            inputMode="text"
            isDisabled={greedy}
          />
        </Explained>
        <Explained label={words.length} about={words.lengthHint({ unit, most: lengths.max })}>
          <NumericField label={words.length} value={length} range={lengths} onCommit={setGenerationLength} />
        </Explained>
      </div>
      <Explained label={words.greedy} about={words.greedyHint}>
        <Toggle label={words.greedy} value={greedy} onChange={(value) => setSampling({ greedy: value })} />
      </Explained>
    </div>
  );
}
