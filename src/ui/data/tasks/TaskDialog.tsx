/** The tasks that test memory: one is chosen, made as hard as wanted, and loaded. */
import type { ReactNode } from "react";
import { DialogTrigger, ListBox, ListBoxItem } from "react-aria-components";
import type { MemoryTaskData } from "../../../data/tasks/memoryTask";
import { memoryTasks } from "../../../data/tasks/registry";
import { Action } from "../../controls/Action";
import { DialogFooter } from "../../frame/DialogFooter";
import { DialogFrame } from "../../frame/DialogFrame";
import { useAllWords } from "../../words/useWords";
import styles from "./TaskDialog.module.css";
import { TaskForm } from "./TaskForm";
import { useTaskDrafts } from "./useTaskDrafts";

interface TaskDialogProps {
  readonly trigger: ReactNode;
  /** The task that is trained on now, if it is one. */
  readonly current: Pick<MemoryTaskData, "task" | "parameters"> | null;
  readonly onTask: (data: MemoryTaskData) => void;
}

export function TaskDialog({ trigger, ...rest }: TaskDialogProps) {
  const words = useAllWords().tasks;
  return (
    <DialogTrigger>
      {trigger}
      <DialogFrame title={words.dialog} size="medium" steady isDismissable>
        {(close) => <TaskGallery {...rest} close={close} />}
      </DialogFrame>
    </DialogTrigger>
  );
}

/** Whoever chooses the same task with the same parameters gets the same examples. */
const seed = 1;

function TaskGallery({ current, onTask, close }: Omit<TaskDialogProps, "trigger"> & { close: () => void }) {
  const words = useAllWords().tasks;
  const { task, drafts, parameters, choose, setDraft } = useTaskDrafts(current);
  const start = () => {
    if (!parameters) return;
    onTask({ kind: "task", task: task.name, parameters, seed });
    close();
  };
  return (
    <>
      <div className={styles.gallery}>
        <ListBox
          className={styles.list}
          aria-label={words.task}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[task.name]}
          onSelectionChange={(keys) => {
            const chosen = Object.values(memoryTasks).find(({ name }) => keys !== "all" && keys.has(name));
            if (chosen) choose(chosen.name);
          }}
          autoFocus
        >
          {Object.values(memoryTasks).map(({ name }) => (
            <ListBoxItem key={name} id={name} className={styles.item}>
              {words.byName[name].title}
            </ListBoxItem>
          ))}
        </ListBox>
        <TaskForm key={task.name} task={task} drafts={drafts} parameters={parameters} onDraft={setDraft} />
      </div>
      <DialogFooter>
        <Action onPress={close}>{words.cancel}</Action>
        <Action weight="primary" isDisabled={parameters === null} onPress={start}>
          {words.use}
        </Action>
      </DialogFooter>
    </>
  );
}
