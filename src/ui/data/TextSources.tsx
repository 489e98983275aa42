/** The ways to data: a file, what is typed or pasted, the samples that come with the page, and tasks that test memory. */
import { ClipboardPaste, FileText } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import type { PlaygroundStore } from "../../store/store";
import { Action } from "../controls/Action";
import { PasteDialog } from "./PasteDialog";
import { SampleMenu } from "./SampleMenu";
import styles from "./TextSources.module.css";
import { TaskSource } from "./tasks/TaskSource";

export function TextSources({ store }: { readonly store: PlaygroundStore }) {
  const { loadData } = store.getState();
  const open = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) loadData({ kind: "file", file });
  };
  return (
    <div className={styles.sources}>
      <FileTrigger acceptedFileTypes={["text/*", ".txt", ".md"]} onSelect={open}>
        <Action>
          <FileText size={15} aria-hidden="true" />
          Open a text file
        </Action>
      </FileTrigger>
      <PasteDialog
        trigger={
          <Action>
            <ClipboardPaste size={15} aria-hidden="true" />
            Paste a text
          </Action>
        }
        onText={(text) => loadData({ kind: "pasted", text })}
      />
      <SampleMenu store={store} />
      <TaskSource store={store} />
    </div>
  );
}
