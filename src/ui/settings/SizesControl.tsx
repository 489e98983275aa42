/** How many layers, and how many units each has. */

import { type SettingsOfKind, settings, withLayers } from "../../session/settings";
import { NumericField } from "../controls/NumericField";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { SettingLine } from "./SettingLine";
import { useIsLocked } from "./useIsLocked";

interface SizesControlProps {
  readonly name: SettingsOfKind<"sizes">;
  readonly about: string;
  readonly isChanged: boolean;
}

export function SizesControl({ name, about, isChanged }: SizesControlProps) {
  const store = usePlaygroundStore();
  const { settingLabels, settings: words } = useAllWords();
  const isDisabled = useIsLocked();
  const sizes = useRun((run) => run.settings[name]);
  const suitableLayers = useRun((run) => run.summary?.suitable[name].length);
  const { min, max, most } = settings[name];
  const change = (next: readonly number[]) => store.getState().configure({ [name]: next });
  const isDeeper = isChanged && sizes.length !== suitableLayers;
  return (
    <>
      <SettingLine name={name} label={words.layers} about={words.layersHint} isChanged={isDeeper}>
        <NumericField
          label={words.layers}
          value={sizes.length}
          range={{ min: 1, max: most, integer: true }}
          onCommit={(count) => change(withLayers(sizes, count))}
          isDisabled={isDisabled}
        />
      </SettingLine>
      {sizes.map((size, layer) => {
        const label = sizes.length === 1 ? settingLabels[name] : words.unitsOfLayer({ layer: layer + 1 });
        return (
          <SettingLine
            // biome-ignore lint/suspicious/noArrayIndexKey: A layer is known by its place.
            key={layer}
            name={name}
            label={label}
            about={about}
            isChanged={isChanged && !isDeeper && layer === 0}
          >
            <NumericField
              label={label}
              value={size}
              range={{ min, max, integer: true }}
              onCommit={(next) => change(sizes.map((before, i) => (i === layer ? next : before)))}
              isDisabled={isDisabled}
            />
          </SettingLine>
        );
      })}
    </>
  );
}
