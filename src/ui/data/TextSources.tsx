/** The ways to data: a text, a table, what is typed or pasted, the samples that come with the page, and tasks that test memory. */
import { ClipboardPaste, FileText } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import type { PlaygroundStore } from "../../store/store";
import { Action } from "../controls/Action";
import { FolderSourceButton } from "./folders/FolderSourceButton";
import { openTextFile } from "./openFile";
import { PasteDialog } from "./PasteDialog";
import { PictureSourceButton } from "./pictures/PictureSourceButton";
import { SampleMenu } from "./SampleMenu";
import styles from "./TextSources.module.css";
import { TableTrigger } from "./table/TableTrigger";
import { TaskSource } from "./tasks/TaskSource";

export function TextSources({ store }: { readonly store: PlaygroundStore }) {
  const { loadData, openTable } = store.getState();
  const open = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) void openTextFile(store, file);
  };
  return (
    <div className={styles.sources}>
      <FileTrigger acceptedFileTypes={["text/*", ".txt", ".md"]} onSelect={open}>
        <Action>
          <FileText size={15} aria-hidden="true" />
          Open a text file
        </Action>
      </FileTrigger>
      <TableTrigger onFile={openTable}>Open a table</TableTrigger>
      <PasteDialog
        trigger={
          <Action>
            <ClipboardPaste size={15} aria-hidden="true" />
            Paste a text
          </Action>
        }
        onText={(text) => loadData({ kind: "pasted", text })}
        onTable={(text) => openTable(new File([text], "Pasted table"))}
      />
      <FolderSourceButton store={store} />
      <PictureSourceButton store={store} />
      <SampleMenu store={store} />
      <TaskSource store={store} />
    </div>
  );
}
