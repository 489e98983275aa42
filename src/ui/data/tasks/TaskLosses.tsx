/** The two losses to compare with: of a network without memory, and of one that forgets nothing. */
import { useMemo } from "react";
import type { MemoryTask, TaskParameters } from "../../../data/tasks/memoryTask";
import { Fact, Facts } from "../../controls/Facts";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./TaskLosses.module.css";

interface TaskLossesProps {
  readonly task: MemoryTask;
  readonly parameters: TaskParameters;
}

export function TaskLosses({ task, parameters }: TaskLossesProps) {
  const say = useSay();
  const words = useAllWords().tasks;
  const { without, best, kind } = useMemo(
    () => ({
      without: task.withoutMemory(parameters),
      best: task.withMemory(parameters),
      kind: task.answer(parameters).kind,
    }),
    [task, parameters],
  );
  return (
    <div className={styles.losses}>
      <Facts>
        <Fact label={words.withoutMemory} value={words.loss({ loss: without.loss, kind })} />
        <Fact
          label={words.perfectMemory}
          value={best === null ? words.notKnown : words.loss({ loss: best, kind })}
        />
      </Facts>
      <p className={text.hint}>{say(without.why)}</p>
    </div>
  );
}
