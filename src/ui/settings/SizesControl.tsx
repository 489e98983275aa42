/** How many layers, and how many units each has. */

import { type SettingsOfKind, settings, withLayers } from "../../session/settings";
import { NumericField } from "../controls/NumericField";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

interface SizesControlProps {
  readonly name: SettingsOfKind<"sizes">;
  readonly hint: string | null;
}

export function SizesControl({ name, hint }: SizesControlProps) {
  const store = usePlaygroundStore();
  const { settingLabels, settings: words } = useAllWords();
  const sizes = useRun((run) => run.settings[name]);
  const { min, max, most } = settings[name];
  const change = (next: readonly number[]) => store.getState().configure({ [name]: next });
  return (
    <>
      <NumericField
        label={words.layers}
        value={sizes.length}
        range={{ min: 1, max: most, integer: true }}
        onCommit={(count) => change(withLayers(sizes, count))}
        hint={words.layersHint}
      />
      {sizes.map((size, layer) => (
        <NumericField
          // biome-ignore lint/suspicious/noArrayIndexKey: A layer is known by its place.
          key={layer}
          label={sizes.length === 1 ? settingLabels[name] : words.unitsOfLayer({ layer: layer + 1 })}
          value={size}
          range={{ min, max, integer: true }}
          onCommit={(next) => change(sizes.map((before, i) => (i === layer ? next : before)))}
          {...(layer === sizes.length - 1 && { hint })}
        />
      ))}
    </>
  );
}
