/** One line of a panel of settings: the control with its name, the way back to what suits the data, and what it means. */
import { Undo2 } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { settingValue } from "../../session/settingMessages";
import type { SettingName } from "../../session/settings";
import { Action } from "../controls/Action";
import { Explanation } from "../controls/Explanation";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./SettingLine.module.css";
import { useIsLocked } from "./useIsLocked";

interface SettingLineProps {
  readonly name: SettingName;
  readonly label: string;
  /** Behind the sign; none where the control itself says why it does nothing. */
  readonly about: ReactNode;
  /** Whether this line is where the setting differs from what suits the data. */
  readonly isChanged: boolean;
  readonly children: ReactNode;
}

export function SettingLine({ name, label, about, isChanged, children }: SettingLineProps) {
  const line = useRef<HTMLDivElement>(null);
  const control = useRef<HTMLDivElement>(null);
  const isLocked = useIsLocked();
  // The way back goes as it is gone, and would take the focus with it.
  const stay = () => control.current?.querySelector<HTMLElement>(":is(input,button)")?.focus();
  return (
    <div ref={line} className={styles.line}>
      <div ref={control} className={styles.control}>
        {children}
      </div>
      {isChanged && !isLocked && (
        <div className={styles.back}>
          <PutBack name={name} onGone={stay} />
        </div>
      )}
      {about !== null && (
        <div className={styles.about}>
          <Explanation of={label} clearOf={line}>
            {about}
          </Explanation>
        </div>
      )}
    </div>
  );
}

/** Is the mark as well. */
function PutBack({ name, onGone }: { readonly name: SettingName; readonly onGone: () => void }) {
  const store = usePlaygroundStore();
  const { settings: words } = useAllWords();
  const say = useSay();
  const suitable = useRun((run) => run.summary?.suitable[name]);
  if (suitable === undefined) return null;
  const label = words.putBack({ setting: say(settingValue(name, suitable)) });
  return (
    <Action
      weight="quiet"
      aria-label={label}
      onPress={() => {
        store.getState().configure({ [name]: suitable });
        onGone();
      }}
    >
      <Undo2 size={14} aria-hidden="true" />
    </Action>
  );
}
