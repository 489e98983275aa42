import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import type { FilterPreview } from "../../../data/table/tableTypes";
import { previewFixture } from "../../../store/imports/tableFixture";
import { englishWords } from "../../../words/english";
import { spokenWords } from "../../words/spokenWords";
import { RowFilterFields } from "./RowFilterFields";

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

const { tableDialog } = englishWords;

function shown(filter: FilterPreview | null): string {
  const preview = { ...previewFixture, filter };
  return renderToString(<RowFilterFields preview={preview} onChange={() => undefined} />);
}

test("all rows are read until a column is chosen", () => {
  const html = shown(null);
  expect(html).toContain(tableDialog.noFilter);
  expect(html).not.toContain(tableDialog.valuesKept);
  expect(html).not.toContain('role="status"');
});

test("the values of a column are chosen, with how many rows there are of each and how many are left", () => {
  const values = [
    { value: "dry", rows: 41 },
    { value: "wet", rows: 9 },
  ];
  const html = shown({ filter: { kind: "values", column: 2, values: ["wet"] }, of: 50, kept: 9, values });
  const buttons = [...html.matchAll(/<button[^>]*aria-pressed="(true|false)"[^>]*>([^<]*)<\/button>/g)];
  expect(buttons.map(([, isPressed, name]) => [name, isPressed])).toEqual([
    ["dry (41)", "false"],
    ["wet (9)", "true"],
  ]);
  expect(html).toContain(tableDialog.rowsKept({ kept: 9, of: 50 }));
});

test("a range of dates shows its last day, which belongs to it", () => {
  const to = Date.UTC(2024, 2, 1) - 1;
  const html = shown({ filter: { kind: "range", column: 0, from: null, to }, of: 50, kept: 50, values: [] });
  expect(html).toContain('value="2024-02-29"');
  expect(html).toContain(tableDialog.rowsKept({ kept: 50, of: 50 }));
});
