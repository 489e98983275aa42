/** Which layer and direction the rows and the cell show, where the network has more than one. */

import { SelectField } from "../../controls/SelectField";
import text from "../../styles/text.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useWords } from "../../words/useWords";
import { type LayerShape, layerAbout, layerOption } from "../layerWords";
import styles from "./LayerLane.module.css";
import { StageLane } from "./StageLane";

interface LayerLaneProps {
  readonly layers: readonly LayerShape[];
  readonly index: number;
}

export function LayerLane({ layers, index }: LayerLaneProps) {
  const store = usePlaygroundStore();
  const words = useWords();
  const options = layers.map((_, i) => ({
    value: String(i),
    label: layerOption(words, layers, i),
    about: layerAbout(words, layers, i),
  }));
  const choose = (value: string) => store.getState().selectLayer(Number(value));
  const label = (
    <div className={styles.choice}>
      <SelectField
        label={words.stage.layer}
        layout="compact"
        value={String(index)}
        options={options}
        onChange={choose}
      />
    </div>
  );
  return (
    <StageLane label={label}>
      <p className={`${text.hint} ${styles.about}`}>{layerAbout(words, layers, index)}</p>
    </StageLane>
  );
}
