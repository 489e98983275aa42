import type { SettingsOfKind } from "../../session/settings";
import { Toggle } from "../controls/Toggle";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { useIsLocked } from "./useIsLocked";

interface FlagControlProps {
  readonly name: SettingsOfKind<"flag">;
  readonly withheld: string | null;
}

export function FlagControl({ name, withheld }: FlagControlProps) {
  const store = usePlaygroundStore();
  const { settingLabels } = useAllWords();
  const isLocked = useIsLocked();
  const value = useRun((run) => run.settings[name]);
  return (
    <Toggle
      label={settingLabels[name]}
      value={value}
      onChange={(next) => store.getState().configure({ [name]: next })}
      hint={withheld}
      isDisabled={isLocked || withheld !== null}
    />
  );
}
