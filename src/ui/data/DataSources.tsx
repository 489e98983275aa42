/** The ways to data: a text, a table, what is typed or pasted, the samples that come with the page, and tasks that test memory. */

import { ClipboardPaste, FileText } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import { Action } from "../controls/Action";
import { usePlaygroundStore } from "../usePlaygroundStore";
import styles from "./DataSources.module.css";
import { FolderSourceButton } from "./folders/FolderSourceButton";
import { openTextFile } from "./openFile";
import { PasteDialog } from "./PasteDialog";
import { PictureSourceButton } from "./pictures/PictureSourceButton";
import { SampleMenu } from "./SampleMenu";
import { TableTrigger } from "./table/TableTrigger";
import { TaskSource } from "./tasks/TaskSource";

export function DataSources() {
  const store = usePlaygroundStore();
  const { loadData, openTable } = store.getState();
  const open = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) void openTextFile(store, file);
  };
  return (
    <div className={styles.sources}>
      <section aria-label="Open from this computer">
        <h3 className={styles.title}>Open from this computer</h3>
        <div className={styles.buttons}>
          <FileTrigger acceptedFileTypes={["text/*", ".txt", ".md"]} onSelect={open}>
            <Action aria-label="Open a text file">
              <FileText size={15} aria-hidden="true" />
              Text file
            </Action>
          </FileTrigger>
          <TableTrigger onFile={openTable} label="Open a table">
            Table
          </TableTrigger>
          <PictureSourceButton />
          <FolderSourceButton />
        </div>
      </section>
      <section aria-label="Or without a file">
        <h3 className={styles.title}>Or without a file</h3>
        <div className={styles.buttons}>
          <SampleMenu />
          <TaskSource />
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
        </div>
      </section>
    </div>
  );
}
