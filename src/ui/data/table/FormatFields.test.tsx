import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { previewFixture } from "../../../store/imports/tableFixture";
import { englishWords } from "../../../words/english";
import { spokenWords } from "../../words/spokenWords";
import { FormatFields } from "./FormatFields";

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

const { tableDialog } = englishWords;
const shown = (form: "delimited" | "workbook", sheet: string, sheets: readonly string[]) => {
  const format = { ...previewFixture.format, form, sheet };
  const preview = { ...previewFixture, format, foundForm: form, sheets };
  const html = renderToString(<FormatFields preview={preview} onChange={() => undefined} onText={null} />);
  return html.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|");
};

test("the tables of a text and of a sheet are offered, and all of their rows as one", () => {
  const tables = ["A (1–3)", "B (5–90)"];
  expect(shown("delimited", tables[1], tables)).toContain(`|${tables.join("|")}|${tableDialog.allAsOne}|`);
  const ofSheet = tables.map((name) => `Data: ${name}`);
  const offered = shown("workbook", ofSheet[0], [...ofSheet, "Data:", "Notes"]);
  expect(offered).toContain(`|${ofSheet.join("|")}|Data: ${tableDialog.allAsOne}|Notes|`);
});
