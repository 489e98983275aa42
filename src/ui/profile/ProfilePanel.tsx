/** Where a training step's time goes, and what the network would cost with another cell. */

import { Timer } from "lucide-react";
import type { Command, ProfileReport } from "../../session/protocol";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { useAllWords, useSay } from "../words/useWords";
import { CellCosts } from "./CellCosts";
import { KernelChoices } from "./KernelChoices";
import styles from "./ProfilePanel.module.css";
import { ProfileTable } from "./ProfileTable";
import { profileInWords } from "./profileWords";

export function ProfilePanel() {
  const say = useSay();
  const words = useAllWords().profile;
  const store = usePlaygroundStore();
  const { value: profile, running } = usePlayground((state) => state.looks.profile);
  const sentence = profile && profileInWords(profile);
  const hasRun = useRun((run) => run.summary !== null);
  return (
    <Panel
      title={words.title}
      isFramed
      aside={
        <Action onPress={() => store.getState().look("profile")} isDisabled={!hasRun || running}>
          <Timer size={15} aria-hidden="true" />
          {running ? words.measuring : profile ? words.again : words.measure}
        </Action>
      }
    >
      <WaitingFor isHere={isHere} />
      <div aria-live="polite">
        {sentence ? <p>{say(sentence)}</p> : <p className={styles.hint}>{words.about}</p>}
      </div>
      {profile && <Tables profile={profile} />}
      <KernelChoices />
    </Panel>
  );
}

const isHere = (command: Command) =>
  command.type === "calibrate" || (command.type === "look" && command.look === "profile");

function Tables({ profile }: { readonly profile: ProfileReport }) {
  return (
    <div className={styles.tables}>
      <ProfileTable profile={profile} />
      <CellCosts profile={profile} />
    </div>
  );
}
