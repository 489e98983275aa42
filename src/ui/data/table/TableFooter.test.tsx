import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { forecastFixture, previewFixture } from "../../../store/imports/tableFixture";
import { newTable, type TableImport } from "../../../store/imports/tableImport";
import { createPlayground } from "../../../store/store";
import { englishWords } from "../../../words/english";
import { PlaygroundContext } from "../../usePlaygroundStore";
import { spokenWords } from "../../words/spokenWords";
import { TableFooter } from "./TableFooter";

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

const table: TableImport = {
  ...newTable(new File([""], "weather.csv")),
  preview: previewFixture,
  opened: previewFixture,
  question: forecastFixture,
  check: { problems: [], decisions: [] },
};

const footer = (isHeldBack: boolean) =>
  renderToString(
    <PlaygroundContext value={createPlayground(() => undefined)}>
      <TableFooter table={table} isHeldBack={isHeldBack} />
    </PlaygroundContext>,
  );

test("data wait while a field shows what is not in use, and the footer says why", () => {
  const { fieldRefused, useThisData } = englishWords.tableDialog;
  const buttonOf = (html: string) => html.slice(html.lastIndexOf("<button"));
  expect(buttonOf(footer(false))).toContain(useThisData);
  expect(buttonOf(footer(false))).not.toContain("disabled");
  expect(footer(false)).not.toContain(fieldRefused);
  expect(buttonOf(footer(true))).toContain(useThisData);
  expect(buttonOf(footer(true))).toContain("disabled");
  expect(footer(true)).toContain(fieldRefused);
});
