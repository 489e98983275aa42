/** The ways to data: a text, a table, folders, the samples that come with the page, tasks that test memory, what is pasted. */

import { Brain, ClipboardPaste, FileText, FolderOpen, Images, type LucideIcon } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import { Action } from "../controls/Action";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./DataSources.module.css";
import { openTextFile } from "./openFile";
import { PasteDialog } from "./PasteDialog";
import { SampleMenu } from "./SampleMenu";
import { TableTrigger } from "./table/TableTrigger";
import { TaskDialog } from "./tasks/TaskDialog";

export function DataSources() {
  return (
    <div className={styles.sources}>
      <Sources />
      <SourcesWithoutFile />
    </div>
  );
}

function Sources() {
  const { data } = useAllWords();
  const store = usePlaygroundStore();
  const { openTable, choosePictures, chooseFolder } = store.getState();
  const open = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) void openTextFile(store, file);
  };
  return (
    <section aria-label={data.fromComputer}>
      <h3 className={styles.title}>{data.fromComputer}</h3>
      <div className={styles.buttons}>
        <FileTrigger acceptedFileTypes={["text/*", ".txt", ".md"]} onSelect={open}>
          <Source icon={FileText} name={data.openText}>
            {data.text}
          </Source>
        </FileTrigger>
        <TableTrigger onFile={openTable} label={data.openTable}>
          {data.table}
        </TableTrigger>
        <Source icon={Images} name={data.openPictures} onPress={() => choosePictures()}>
          {data.pictures}
        </Source>
        <Source icon={FolderOpen} name={data.openFolder} onPress={() => chooseFolder()}>
          {data.folder}
        </Source>
      </div>
    </section>
  );
}

function SourcesWithoutFile() {
  const store = usePlaygroundStore();
  const words = useAllWords().data;
  const { loadData, openTable } = store.getState();
  const task = usePlayground(({ data }) => (data?.kind === "examples" ? data.task : null));
  return (
    <section aria-label={words.withoutFile}>
      <h3 className={styles.title}>{words.withoutFile}</h3>
      <div className={styles.buttons}>
        <SampleMenu />
        <TaskDialog
          trigger={<Source icon={Brain}>{words.memoryTasks}</Source>}
          current={task && { task: task.name, parameters: task.parameters }}
          onTask={(data) => loadData({ kind: "prepared", data })}
        />
        <PasteDialog
          trigger={<Source icon={ClipboardPaste}>{words.paste}</Source>}
          onText={(text) => loadData({ kind: "pasted", text })}
          onTable={(text) => openTable(new File([text], words.pastedTable))}
        />
      </div>
    </section>
  );
}

interface SourceProps {
  readonly icon: LucideIcon;
  /** Where its face says less. */
  readonly name?: string;
  readonly onPress?: () => void;
  readonly children: string;
}

function Source({ icon: Icon, name, children, ...rest }: SourceProps) {
  return (
    <Action {...rest} {...(name !== undefined && { "aria-label": name })}>
      <Icon size={15} aria-hidden="true" />
      {children}
    </Action>
  );
}
