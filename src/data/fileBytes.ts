/** The bytes of files, which may lie on drives that are far away, or no longer there. */
import { within } from "../within";

/** Some drives never answer. The largest file that is read at once, 50 MB, takes a slow one ten seconds. */
export const fileMs = 60_000;

/**
 * All bytes of a file, or of a piece of one.
 * @throws NoAnswer where they do not come, and what the browser throws where the file has changed or gone
 */
export async function fileBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await within(fileMs, file.arrayBuffer()));
}
