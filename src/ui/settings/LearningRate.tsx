/** The learning rate: on a logarithmic track or to the digit, in force from the next step on. */

import { formatNumber } from "../controls/parseNumber";
import { ValueSlider } from "../controls/ValueSlider";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { learningRateScale } from "./learningRateScale";
import { SettingField } from "./SettingField";

export function LearningRate() {
  const store = usePlaygroundStore();
  const learningRate = usePlayground((state) => state.settings.learningRate);
  return (
    <ValueSlider
      label="Learning rate"
      value={learningRate}
      scale={learningRateScale}
      format={formatNumber}
      onChange={(value) => store.getState().configure({ learningRate: value })}
      readout={<SettingField setting="learningRate" label="Learning rate" labelHidden />}
      hint="How far one step moves the weights (Adam). 0.001 to 0.01 is usual. Lower it if the loss jumps, raise it if the loss hardly falls."
    />
  );
}
