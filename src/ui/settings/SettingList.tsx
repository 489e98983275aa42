/** Some settings under each other, and further ones on demand. */
import type { ReactNode } from "react";
import { changedSettings, defaultSettings, type SettingName } from "../../session/settings";
import { OnDemand } from "../controls/OnDemand";
import { usePlayground, useRun } from "../usePlaygroundStore";
import { SettingControl } from "./SettingControl";
import styles from "./settings.module.css";
import { settingState, shapeNow } from "./useSetting";

interface SettingListProps {
  readonly names: readonly SettingName[];
  /** In groups that belong together. */
  readonly further: readonly (readonly SettingName[])[];
  /** What they are of: "network". */
  readonly of: string;
  /** Among the further ones, at their end. */
  readonly children?: ReactNode;
}

export function SettingList({ names, further, of, children }: SettingListProps) {
  const data = usePlayground((state) => state.data);
  const settings = useRun((run) => run.settings);
  const isSeen = (name: SettingName) => {
    const { isShown, isDisabled } = settingState(name, settings, shapeNow({ data }));
    return isShown && !isDisabled;
  };
  const all = changedSettings(defaultSettings, settings);
  const changed = further.flat().filter((name) => all.includes(name) && isSeen(name)).length;
  const more = `More ${of} settings`;
  return (
    <>
      {names.map((name) => (
        <SettingControl key={name} name={name} />
      ))}
      <OnDemand
        title={changed > 0 ? `${more} (${changed} changed)` : more}
        titleOpen={`Fewer ${of} settings`}
        level={3}
      >
        <div className={styles.further}>
          {further.map((group) => (
            <div key={group[0]} className={styles.together}>
              {group.map((name) => (
                <SettingControl key={name} name={name} />
              ))}
            </div>
          ))}
          {children}
        </div>
      </OnDemand>
    </>
  );
}
