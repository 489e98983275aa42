import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { createPlayground, type PlaygroundStore } from "../../store/store";
import { englishWords } from "../../words/english";
import { message } from "../../words/message";
import { PlaygroundContext } from "../usePlaygroundStore";
import { spokenWords } from "../words/spokenWords";
import { DataPanel } from "./DataPanel";
import { readFileAsTable } from "./openFile";

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

function rejectedPanel(store: PlaygroundStore): string {
  const shown = { ...store, getInitialState: store.getState };
  return renderToString(
    <PlaygroundContext value={shown}>
      <DataPanel />
    </PlaygroundContext>,
  );
}

test("a file that was refused as a text is one press from being read as a table; what was pasted or is a picture is not", () => {
  const store = createPlayground(() => undefined);
  const { loadData, receive } = store.getState();
  const file = new File(["\0\x01"], "a.dat");
  const refused = { type: "dataRejected", name: "a.dat", message: "No text." } as const;

  receive({ ...refused, loadId: loadData({ kind: "file", file }) });
  expect(store.getState().rejected).toEqual({ name: "a.dat", message: "No text.", file });
  expect(rejectedPanel(store)).toContain(englishWords.data.asTable);

  const picture = message("files.binary", { name: "a.dat", kind: message("files.png") });
  receive({ ...refused, message: picture, loadId: loadData({ kind: "file", file }) });
  expect(rejectedPanel(store)).toContain(englishWords.data.rejected);
  expect(rejectedPanel(store)).not.toContain(englishWords.data.asTable);

  readFileAsTable(store, file);
  expect(store.getState()).toMatchObject({ rejected: null, table: { file } });

  receive({ ...refused, loadId: loadData({ kind: "pasted", text: "ab" }) });
  expect(store.getState().rejected).toEqual({ name: "a.dat", message: "No text." });
  expect(rejectedPanel(store)).toContain("No text.");
  expect(rejectedPanel(store)).not.toContain(englishWords.data.asTable);
});
