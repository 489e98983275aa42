/** The two losses to compare with: of a network without memory, and of one that forgets nothing. */
import { useMemo } from "react";
import type { MemoryTask, TaskParameters } from "../../../data/tasks/memoryTask";
import { Fact, Facts } from "../../controls/Facts";
import text from "../../styles/text.module.css";
import styles from "./TaskLosses.module.css";
import { lossInWords } from "./taskWords";

interface TaskLossesProps {
  readonly task: MemoryTask;
  readonly parameters: TaskParameters;
}

export function TaskLosses({ task, parameters }: TaskLossesProps) {
  const { without, best, answer } = useMemo(
    () => ({
      without: task.withoutMemory(parameters),
      best: task.withMemory(parameters),
      answer: task.answer(parameters),
    }),
    [task, parameters],
  );
  return (
    <div className={styles.losses}>
      <Facts>
        <Fact label="Loss without memory" value={lossInWords(without.loss, answer)} />
        <Fact label="With a perfect memory" value={best === null ? "not known" : lossInWords(best, answer)} />
      </Facts>
      <p className={text.hint}>{without.why}</p>
    </div>
  );
}
