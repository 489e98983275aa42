import { expect, it } from "vitest";
import { keepSpares, movableCopy } from "./movableCopy";

it("moves copies of large arrays, and leaves the message and all else as it is", () => {
  const rows = new Float32Array(2 ** 15).fill(0.5);
  const few = Int32Array.of(1, 2);
  const file = new Blob(["a"]);
  const message = { type: "load", data: { rows, again: rows, few, name: { key: "a" } }, file, times: ["a"] };
  const { message: moved, transfer } = movableCopy(message);
  const heard = structuredClone(moved, { transfer });
  expect(heard.data).toEqual(message.data);
  expect(transfer).toHaveLength(1);
  expect(rows.byteLength).toBe(2 ** 17);
  expect(moved.data.again).toBe(moved.data.rows);
  expect(moved.file).toBe(file);
  expect(moved.times).toBe(message.times);
  expect(moved.data.few).toBe(few);
});

it("moves what of an array is meant, and no more", () => {
  const { message, transfer } = movableCopy({ rows: new Float64Array(2 ** 15).subarray(0, 2 ** 14).fill(3) });
  expect(transfer.map(({ byteLength }) => byteLength)).toEqual([2 ** 17]);
  expect(message.rows).toEqual(new Float64Array(2 ** 14).fill(3));
});

it("is the message itself where nothing is large", () => {
  const message = { type: "check", data: { rows: new Float32Array(8) } };
  expect(movableCopy(message)).toEqual({ message, transfer: [] });
  expect(movableCopy(message).message).toBe(message);
});

it("moves a copy that there is already, once", () => {
  const rows = new Float32Array(2 ** 15).fill(0.5);
  const spare = rows.slice();
  keepSpares([[rows, spare]]);
  expect(movableCopy({ rows }).message.rows).toBe(spare);
  const again = movableCopy({ rows }).message.rows;
  expect(again).not.toBe(spare);
  expect(again).toEqual(rows);
});
