/** The way to the tasks that test memory. */
import { Brain } from "lucide-react";
import { useStore } from "zustand";
import type { PlaygroundStore } from "../../../store/store";
import { Action } from "../../controls/Action";
import { TaskDialog } from "./TaskDialog";

export function TaskSource({ store }: { readonly store: PlaygroundStore }) {
  const task = useStore(store, ({ data }) => (data?.kind === "examples" ? data.task : null));
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
