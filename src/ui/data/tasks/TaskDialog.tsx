/** The tasks that test memory: one is chosen, made as hard as wanted, and loaded. */
import type { ReactNode } from "react";
import { DialogTrigger, ListBox, ListBoxItem } from "react-aria-components";
import type { MemoryTaskData } from "../../../data/tasks/memoryTask";
import { memoryTasks } from "../../../data/tasks/registry";
import { Action } from "../../controls/Action";
import { DialogFooter } from "../../frame/DialogFooter";
import { DialogFrame } from "../../frame/DialogFrame";
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
  return (
    <DialogTrigger>
      {trigger}
      <DialogFrame title="Tasks that test memory" size="medium" steady isDismissable>
        {(close) => <TaskGallery {...rest} close={close} />}
      </DialogFrame>
    </DialogTrigger>
  );
}

/** Whoever chooses the same task with the same parameters gets the same examples. */
const seed = 1;

function TaskGallery({ current, onTask, close }: Omit<TaskDialogProps, "trigger"> & { close: () => void }) {
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
          aria-label="Task"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[task.name]}
          onSelectionChange={(keys) => {
            for (const key of keys) choose(String(key));
          }}
          autoFocus
        >
          {Array.from(memoryTasks.values(), ({ name, title }) => (
            <ListBoxItem key={name} id={name} className={styles.item}>
              {title}
            </ListBoxItem>
          ))}
        </ListBox>
        <TaskForm key={task.name} task={task} drafts={drafts} parameters={parameters} onDraft={setDraft} />
      </div>
      <DialogFooter>
        <Action onPress={close}>Cancel</Action>
        <Action weight="primary" isDisabled={parameters === null} onPress={start}>
          Use this task
        </Action>
      </DialogFooter>
    </>
  );
}
