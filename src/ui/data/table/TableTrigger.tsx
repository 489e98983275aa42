/** A button that asks for the file of a table. */
import { Table } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import { Action } from "../../controls/Action";

const tableTypes = [
  ".csv",
  ".tsv",
  ".tab",
  ".txt",
  ".dat",
  ".json",
  ".jsonl",
  ".ndjson",
  ".arff",
  ".ts",
  ".xlsx",
  ".xlsm",
  "text/csv",
  "text/tab-separated-values",
];

interface TableTriggerProps {
  readonly onFile: (file: File) => void;
  /** What it is called where its face says less. */
  readonly label?: string;
  readonly children: string;
}

export function TableTrigger({ onFile, label, children }: TableTriggerProps) {
  const open = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onFile(file);
  };
  return (
    <FileTrigger acceptedFileTypes={tableTypes} onSelect={open}>
      <Action {...(label !== undefined && { "aria-label": label })}>
        <Table size={15} aria-hidden="true" />
        {children}
      </Action>
    </FileTrigger>
  );
}
