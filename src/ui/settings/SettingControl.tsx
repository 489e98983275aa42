/** The control of a setting, whatever kind it is of, with its range and words from the tables. */
import { type SettingName, type SettingsOfKind, settings } from "../../session/settings";
import { WaitingFor } from "../waiting/WaitingFor";
import { useAllWords } from "../words/useWords";
import { ChoiceControl } from "./ChoiceControl";
import { FlagControl } from "./FlagControl";
import { LearningRate } from "./LearningRate";
import { NumberControl } from "./NumberControl";
import { SettingLine } from "./SettingLine";
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
  const { settingLabels } = useAllWords();
  const { isShown, withheld, about, isChanged } = useSetting(name);
  if (!isShown) return null;
  if (isOf("sizes", name)) return <SizesControl name={name} about={about} isChanged={isChanged} />;
  return (
    <SettingLine
      name={name}
      label={settingLabels[name]}
      about={withheld ? null : about}
      isChanged={isChanged}
    >
      <SingleControl name={name} withheld={withheld} />
    </SettingLine>
  );
}

interface SingleControlProps {
  readonly name: Exclude<SettingName, SettingsOfKind<"sizes">>;
  readonly withheld: string | null;
}

function SingleControl({ name, withheld }: SingleControlProps) {
  if (name === "learningRate") return <LearningRate />;
  if (isOf("flag", name)) return <FlagControl name={name} withheld={withheld} />;
  if (isOf("choice", name)) return <ChoiceControl name={name} withheld={withheld} />;
  return <NumberControl name={name} withheld={withheld} />;
}

const isOf = <Kind extends "sizes" | "flag" | "choice">(
  kind: Kind,
  name: SettingName,
): name is SettingsOfKind<Kind> => settings[name].kind === kind;
