import { readFileSync } from "node:fs";
import path from "node:path";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { momentText } from "../../../data/table/moments";
import { forecastFixture, previewFixture } from "../../../store/imports/tableFixture";
import { englishWords } from "../../../words/english";
import { spokenWords } from "../../words/spokenWords";
import { ForecastFields } from "./ForecastFields";
import styles from "./QuestionForm.module.css";

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

test("the field of the time to hold out from has room for a date with its time", () => {
  const heldOutFrom = Date.UTC(1959, 5, 1, 18, 30);
  const shown = momentText(heldOutFrom, true);
  const html = renderToString(
    <ForecastFields
      columns={previewFixture.columns}
      rowCount={previewFixture.rowCount}
      question={{ ...forecastFixture, time: [0], heldOutFrom }}
      onChange={() => undefined}
    />,
  );
  const field = html.slice(html.indexOf(`class="${styles.moment}"`));
  expect(html).toContain(`class="${styles.moment}"`);
  expect(field.slice(0, field.indexOf("</label>"))).toContain(englishWords.tableDialog.heldOutFrom);
  expect(field).toContain(`value="${shown}"`);
  const css = readFileSync(path.join(import.meta.dirname, "QuestionForm.module.css"), "utf8");
  const width = /\.moment \{\s*--field-width: calc\((\d+)ch \+ 2 \* var\(--space-2\)\)/.exec(css)?.[1];
  expect(Number(width)).toBeGreaterThan(shown.length);
});
