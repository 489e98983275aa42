/** The two losses to compare with: of a network without memory, and of one that forgets nothing. */
import { useMemo } from "react";
import type { MemoryTask, TaskParameters } from "../../../data/tasks/memoryTask";
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
      <dl className={styles.numbers}>
        <div>
          <dt>Loss without memory</dt>
          <dd>{lossInWords(without.loss, answer)}</dd>
        </div>
        <div>
          <dt>With a perfect memory</dt>
          <dd>{best === null ? "not known" : lossInWords(best, answer)}</dd>
        </div>
      </dl>
      <p className={styles.why}>{without.why}</p>
    </div>
  );
}
