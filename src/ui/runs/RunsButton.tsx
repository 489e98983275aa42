/** Opens the list of kept runs. */
import { Library } from "lucide-react";
import { DialogTrigger } from "react-aria-components";
import { Action } from "../controls/Action";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./RunsButton.module.css";
import { RunsDialog } from "./RunsDialog";

export function RunsButton() {
  const store = usePlaygroundStore();
  const { kept } = useAllWords();
  return (
    <DialogTrigger onOpenChange={(isOpen) => isOpen && store.getState().keeper({ type: "list" })}>
      <Action>
        <Library size={15} aria-hidden="true" />
        <span className={styles.name}>{kept.title}</span>
      </Action>
      <RunsDialog />
    </DialogTrigger>
  );
}
