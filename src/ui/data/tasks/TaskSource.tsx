/** The way to the tasks that test memory. */

import { Brain } from "lucide-react";
import { Action } from "../../controls/Action";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { TaskDialog } from "./TaskDialog";

export function TaskSource() {
  const store = usePlaygroundStore();
  const task = usePlayground(({ data }) => (data?.kind === "examples" ? data.task : null));
  return (
    <TaskDialog
      trigger={
        <Action>
          <Brain size={15} aria-hidden="true" />
          Memory tasks
        </Action>
      }
      current={task && { task: task.name, parameters: task.parameters }}
      onTask={(data) => store.getState().loadData({ kind: "prepared", data })}
    />
  );
}
