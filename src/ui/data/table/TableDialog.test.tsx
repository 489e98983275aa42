import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { previewFixture } from "../../../store/imports/tableFixture";
import { newTable, type TableImport } from "../../../store/imports/tableImport";
import { createPlayground } from "../../../store/store";
import { englishWords } from "../../../words/english";
import { message } from "../../../words/message";
import { say } from "../../../words/say";
import { PlaygroundContext } from "../../usePlaygroundStore";
import { spokenWords } from "../../words/spokenWords";
import { TableBody } from "./TableDialog";
import { TableFooter } from "./TableFooter";

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

const onlyHeader = message("table.onlyHeader", { name: "weather.csv", columns: 3 });
const preview: TableImport["opened"] = {
  ...previewFixture,
  rowCount: 0,
  rows: [],
  problems: [
    {
      kind: "onlyHeader",
      severity: "stops",
      message: onlyHeader,
      row: 1,
      column: null,
      count: 0,
      choices: [],
    },
  ],
};
const table: TableImport = { ...newTable(new File([""], "weather.csv")), preview, opened: preview };

test("a table without rows says its problem once", () => {
  const html = renderToString(
    <PlaygroundContext value={createPlayground(() => undefined)}>
      <TableBody table={table} />
      <TableFooter table={table} isHeldBack={false} />
    </PlaygroundContext>,
  );
  expect(html.split(say(englishWords, onlyHeader))).toHaveLength(2);
});
