/** Copies a table as rows of cells between tabs, which spreadsheets take apart. */
import { Copy } from "lucide-react";
import { message } from "../../words/message";
import { Action } from "../controls/Action";
import { copyToClipboard } from "../copyToClipboard";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

interface CopyTableProps {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly string[] }[];
}

export function CopyTable({ columns, rows }: CopyTableProps) {
  const { takeAlong: words } = useAllWords();
  const store = usePlaygroundStore();
  const copy = () => {
    const lines = [["", ...columns], ...rows.map(({ name, values }) => [name, ...values])];
    const plain = (cell: string) => cell.replace(/[\t\r\n]+/g, " ");
    return copyToClipboard(store.getState(), lines.map((cells) => cells.map(plain).join("\t")).join("\n"), {
      copied: message("takeAlong.tableCopied", { rows: rows.length }),
      notCopied: message("takeAlong.notCopied"),
    });
  };
  return (
    <Action weight="quiet" aria-label={words.copyTable} onPress={copy}>
      <Copy size={13} aria-hidden="true" />
    </Action>
  );
}
