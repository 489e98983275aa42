import { describe, expect, it } from "vitest";
import { message } from "../../words/message";
import { startBreathing } from "../breathing";
import { arrangeRows } from "./arrangeRows";
import { defaultPrepareOptions } from "./tableTypes";
import { describedOf } from "./testing";

const context = () => ({ options: defaultPrepareOptions, breathing: startBreathing() });

/** The rows in the order in which they are read, and what is said of it. */
async function arranged(text: string, { id = null as number | null, time = [0] } = {}) {
  const { rows, problems } = await arrangeRows(await describedOf(text), { id, time, used: [] }, context());
  return {
    rows: [...rows],
    said: problems.filter(({ kind }) => kind === "unorderedTimes").map((problem) => problem.message),
  };
}

const newestFirst = (...columns: string[]) => message("table.newestFirst", { columns });

describe("rows whose newest stand first", () => {
  it("are turned round, also those of the same time", async () => {
    const text = "day,v\n2024-01-03,6\n2024-01-03,5\n2024-01-02,4\n2024-01-01,3\n2024-01-01,2\n2024-01-01,1";
    expect(await arranged(text)).toEqual({ rows: [5, 4, 3, 2, 1, 0], said: [newestFirst("day")] });
  });

  it("are so in each series, also in one of a single day", async () => {
    const text =
      "shop,day,v\na,2024-01-02,3\na,2024-01-02,2\na,2024-01-01,1\nb,2024-01-09,2\nb,2024-01-09,1\nc,2024-01-05,2\nc,2024-01-04,1";
    expect(await arranged(text, { id: 0, time: [1] })).toEqual({
      rows: [2, 1, 0, 4, 3, 6, 5],
      said: [newestFirst("day")],
    });
  });

  it("stay in the order of the file at the same time where some rows are later than the one before", async () => {
    const text = "day,v\n2024-01-03,1\n2024-01-03,2\n2024-01-01,3\n2024-01-02,4";
    expect(await arranged(text)).toEqual({
      rows: [2, 3, 0, 1],
      said: [message("table.unorderedTimes", { columns: ["day"], count: 1, row: 4 })],
    });
  });

  it("are none where no row is earlier than another", async () => {
    const text = "day,v\n2024-01-03,1\n2024-01-03,2\n2024-01-04,3";
    expect(await arranged(text)).toEqual({ rows: [0, 1, 2], said: [] });
  });
});
