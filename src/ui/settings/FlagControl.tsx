import type { SettingsOfKind } from "../../session/settings";
import { Toggle } from "../controls/Toggle";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

interface FlagControlProps {
  readonly name: SettingsOfKind<"flag">;
  readonly withheld: string | null;
}

export function FlagControl({ name, withheld }: FlagControlProps) {
  const store = usePlaygroundStore();
  const { settingLabels } = useAllWords();
  const value = useRun((run) => run.settings[name]);
  return (
    <Toggle
      label={settingLabels[name]}
      value={value}
      onChange={(next) => store.getState().configure({ [name]: next })}
      hint={withheld}
      isDisabled={withheld !== null}
    />
  );
}
