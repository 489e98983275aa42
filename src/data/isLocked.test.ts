import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { isLocked } from "./isLocked";
import { zipEntries } from "./zip";

const packed = () => zipSync({ "a/1.txt": strToU8("one"), "b/2.txt": strToU8("two") }, { level: 0 });

/** Sets the flag of the last entry in the table of contents. */
function lockLast(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = zip.length - 4; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    return zip;
  }
  throw new Error("This is no zip.");
}

it("is said of an archive in which one file needs a password", () => {
  expect(isLocked(packed())).toBe(false);
  expect(zipEntries(packed(), "open.zip")).toMatchObject({ ok: true });
  expect(isLocked(lockLast(packed()))).toBe(true);
  expect(zipEntries(lockLast(packed()), "shut.zip")).toEqual({
    ok: false,
    problem:
      "“shut.zip” is locked with a password. Unpack it and open the folder, or pack its files anew without one.",
  });
});

it("finds the table of contents before a comment, and is not misled by other bytes", () => {
  const zip = lockLast(packed());
  const commented = new Uint8Array(zip.length + 300).fill(7);
  commented.set(zip);
  expect(isLocked(commented)).toBe(true);
  expect(isLocked(new Uint8Array(0))).toBe(false);
  expect(isLocked(new Uint8Array(500).fill(0x50))).toBe(false);
  expect(isLocked(packed().subarray(20))).toBe(false);
});
