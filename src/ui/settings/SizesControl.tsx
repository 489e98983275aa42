/** How many layers, and how many units each has. */

import { type SettingsOfKind, settings, withLayers } from "../../session/settings";
import { settingWords } from "../../session/settingWords";
import { NumericField } from "../controls/NumericField";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";

interface SizesControlProps {
  readonly name: SettingsOfKind<"sizes">;
  readonly hint: string;
}

export function SizesControl({ name, hint }: SizesControlProps) {
  const store = usePlaygroundStore();
  const sizes = useRun((run) => run.settings[name]);
  const { min, max, most } = settings[name];
  const { label } = settingWords[name];
  const change = (next: readonly number[]) => store.getState().configure({ [name]: next });
  return (
    <>
      <NumericField
        label="Layers"
        value={sizes.length}
        range={{ min: 1, max: most, integer: true }}
        onCommit={(count) => change(withLayers(sizes, count))}
        hint="Each reads what the one before gives at every step. One is enough for most things; two see more, and learn more slowly."
      />
      {sizes.map((size, layer) => (
        <NumericField
          // biome-ignore lint/suspicious/noArrayIndexKey: A layer is known by its place.
          key={layer}
          label={sizes.length === 1 ? label : `${label}, layer ${layer + 1}`}
          value={size}
          range={{ min, max, integer: true }}
          onCommit={(next) => change(sizes.map((before, i) => (i === layer ? next : before)))}
          {...(layer === sizes.length - 1 && { hint })}
        />
      ))}
    </>
  );
}
