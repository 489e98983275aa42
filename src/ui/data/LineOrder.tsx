/** That a list is sorted, so that its end is another kind of thing than what trains; and how to mend it. */
import type { TextSummary } from "../../session/protocol";
import { Action } from "../controls/Action";
import note from "../styles/note.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

interface LineOrderProps {
  readonly list: NonNullable<TextSummary["list"]>;
}

export function LineOrder({ list: { lines, order, isShuffled } }: LineOrderProps) {
  const store = usePlaygroundStore();
  const { data } = useAllWords();
  return (
    <div className={isShuffled ? note.info : note.note}>
      <p>{isShuffled ? data.linesShuffled({ lines }) : data.linesInOrder({ lines, order })}</p>
      <Action
        weight="link"
        onPress={() => store.getState().orderLines(isShuffled ? "asItStands" : "shuffled")}
      >
        {isShuffled ? data.keepOrder : data.shuffleLines}
      </Action>
    </div>
  );
}
