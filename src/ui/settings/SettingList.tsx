/** Some settings under each other, and further ones on demand. */
import type { ReactNode } from "react";
import { changedSettings, type SettingName } from "../../session/settings";
import { OnDemand } from "../controls/OnDemand";
import { usePlayground, useRun } from "../usePlaygroundStore";
import { SettingControl } from "./SettingControl";
import styles from "./settings.module.css";
import { settingState, shapeNow } from "./useSetting";

interface SettingListProps {
  readonly names: readonly SettingName[];
  /** In groups that belong together. */
  readonly further: readonly (readonly SettingName[])[];
  /** The words that show the further ones, with how many of them are changed; and the words that hide them. */
  readonly more: (values: { readonly changed: number }) => string;
  readonly fewer: string;
  /** Among the further ones, at their end. */
  readonly children?: ReactNode;
}

export function SettingList({ names, further, more, fewer, children }: SettingListProps) {
  const data = usePlayground((state) => state.data);
  const settings = useRun((run) => run.settings);
  const isSeen = (name: SettingName) => {
    const { isShown, withheld } = settingState(name, settings, shapeNow({ data }));
    return isShown && withheld === null;
  };
  const suitable = useRun((run) => run.summary?.suitable);
  const all = suitable ? changedSettings(suitable, settings) : [];
  const changed = further.flat().filter((name) => all.includes(name) && isSeen(name)).length;
  return (
    <>
      {names.map((name) => (
        <SettingControl key={name} name={name} />
      ))}
      <OnDemand title={more({ changed })} titleOpen={fewer} level={3}>
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
