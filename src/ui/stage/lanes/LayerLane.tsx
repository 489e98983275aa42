/** Which layer and direction the rows and the cell show, where the network has more than one. */

import { SelectField } from "../../controls/SelectField";
import { capitalized } from "../../stepWords";
import text from "../../styles/text.module.css";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { type LayerShape, layerAbout, layerName } from "../layerWords";
import styles from "./LayerLane.module.css";
import { StageLane } from "./StageLane";

interface LayerLaneProps {
  readonly layers: readonly LayerShape[];
  readonly index: number;
}

export function LayerLane({ layers, index }: LayerLaneProps) {
  const store = usePlaygroundStore();
  const options = layers.map((_, i) => ({
    value: String(i),
    label: capitalized(layerName(layers, i)),
    about: layerAbout(layers, i),
  }));
  const choose = (value: string) => store.getState().selectLayer(Number(value));
  const label = (
    <div className={styles.choice}>
      <SelectField label="Layer" layout="compact" value={String(index)} options={options} onChange={choose} />
    </div>
  );
  return (
    <StageLane label={label}>
      <p className={`${text.hint} ${styles.about}`}>{layerAbout(layers, index)}</p>
    </StageLane>
  );
}
