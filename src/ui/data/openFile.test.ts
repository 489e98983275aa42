import { expect, it } from "vitest";
import { createPlayground } from "../../store/store";
import { openFile, openTextFile } from "./openFile";

it.each([openFile, openTextFile])(
  "says nothing more of a file that was refused when the next is given",
  async (open) => {
    const store = createPlayground(() => undefined);
    store.getState().rejectFile("a.png", "Not a text.");
    await open(store, new File(["a,b\n1,2\n3,4\n"], "a.csv"));
    expect(store.getState().rejected).toBeNull();
    expect(store.getState().table?.file.name).toBe("a.csv");
  },
);

it.each([openFile, openTextFile])("opens a saved run, whatever it is called", async (open) => {
  const store = createPlayground(() => undefined);
  const opened: string[] = [];
  store.setState({ keeper: (command) => opened.push(command.type === "openFile" ? command.file.name : "") });
  const run = Uint8Array.of(0x89, 0x47, 0x52, 0x50, 0x0d, 0x0a, 0x1a, 0x0a, 1, 0, 0, 0);
  await open(store, new File([run], "gru-8116.grup.txt"));
  expect(opened).toEqual(["gru-8116.grup.txt"]);
});
