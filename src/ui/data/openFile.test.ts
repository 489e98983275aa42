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
