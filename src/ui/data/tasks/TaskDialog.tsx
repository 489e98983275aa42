/** The tasks that test memory: one is chosen, made as hard as wanted, and loaded. */
import { type ReactNode, useState } from "react";
import {
  Dialog,
  DialogTrigger,
  Heading,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
} from "react-aria-components";
import type { MemoryTaskData } from "../../../data/tasks/memoryTask";
import { defaultParameters } from "../../../data/tasks/parameters";
import { memoryTasks } from "../../../data/tasks/registry";
import styles from "./TaskDialog.module.css";
import { TaskForm } from "./TaskForm";

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
      <ModalOverlay className={styles.overlay} isDismissable>
        <Modal className={styles.modal}>
          <Dialog className={styles.dialog}>
            {({ close }) => (
              <>
                <Heading slot="title" className={styles.title}>
                  Tasks that test memory
                </Heading>
                <TaskGallery {...rest} close={close} />
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

/** Whoever chooses the same task with the same parameters gets the same examples. */
const seed = 1;

function TaskGallery({ current, onTask, close }: Omit<TaskDialogProps, "trigger"> & { close: () => void }) {
  const [name, setName] = useState(current?.task ?? Object.keys(memoryTasks)[0]);
  const task = memoryTasks[name];
  const start = (parameters: MemoryTaskData["parameters"]) => {
    onTask({ kind: "task", task: name, parameters, seed });
    close();
  };
  return (
    <div className={styles.gallery}>
      <ListBox
        className={styles.list}
        aria-label="Task"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[name]}
        onSelectionChange={(keys) => {
          for (const key of keys) setName(String(key));
        }}
        autoFocus
      >
        {Object.values(memoryTasks).map(({ name: id, title }) => (
          <ListBoxItem key={id} id={id} className={styles.item}>
            {title}
          </ListBoxItem>
        ))}
      </ListBox>
      <TaskForm
        key={name}
        task={task}
        initial={current?.task === name ? current.parameters : defaultParameters(task)}
        onStart={start}
        onCancel={close}
      />
    </div>
  );
}
