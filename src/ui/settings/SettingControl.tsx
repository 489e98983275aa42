/** The control of a setting, whatever kind it is of, with its range and words from the tables. */
import { type SettingName, type SettingsOfKind, settings } from "../../session/settings";
import { WaitingFor } from "../waiting/WaitingFor";
import { ChoiceControl } from "./ChoiceControl";
import { FlagControl } from "./FlagControl";
import { LearningRate } from "./LearningRate";
import { NumberControl } from "./NumberControl";
import { SizesControl } from "./SizesControl";
import { useSetting } from "./useSetting";

interface SettingControlProps {
  readonly name: SettingName;
}

export function SettingControl({ name }: SettingControlProps) {
  return (
    <>
      <OwnControl name={name} />
      <WaitingFor
        isHere={(command) => command.type === "configure" && Object.keys(command.change)[0] === name}
      />
    </>
  );
}

function OwnControl({ name }: SettingControlProps) {
  const state = useSetting(name);
  if (!state.isShown) return null;
  if (name === "learningRate") return <LearningRate hint={state.hint} />;
  if (isOf("sizes", name)) return <SizesControl name={name} hint={state.hint} />;
  if (isOf("flag", name)) return <FlagControl name={name} state={state} />;
  if (isOf("choice", name)) return <ChoiceControl name={name} state={state} />;
  return <NumberControl name={name} state={state} />;
}

const isOf = <Kind extends "sizes" | "flag" | "choice">(
  kind: Kind,
  name: SettingName,
): name is SettingsOfKind<Kind> => settings[name].kind === kind;
