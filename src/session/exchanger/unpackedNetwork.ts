/** The network in a zip that is around one, as this page saves them. */
import { startBreathing } from "../../data/breathing";
import { isNetworkArchive, networkAmong } from "../../data/networkAmong";
import { type Result, success } from "../../data/result";
import { checkUnpackedSize, unzipFile } from "../../data/zip/unzipFile";
import { zipContents } from "../../data/zip/zipContents";
import { bytesOf, entrySignature, viewOf } from "../../data/zip/zipEntry";

/** Any other file is given back as it is. */
export async function unpackedNetwork(file: File): Promise<Result<Blob>> {
  const beginning = await bytesOf(file, 0, 4);
  if (beginning.length < 4 || viewOf(beginning).getUint32(0, true) !== entrySignature) return success(file);
  const breathing = startBreathing();
  const contents = await zipContents(file, file.name, breathing);
  // What is wrong with it, whoever reads networks says.
  if (!contents.ok) return success(file);
  const { files } = contents.value;
  const paths = files.map(({ path }) => path);
  const found = isNetworkArchive(paths) ? null : networkAmong(paths);
  const entry = files.find(({ path }) => path === found);
  if (!entry) return success(file);
  const size = checkUnpackedSize([entry], file.name);
  return size.ok ? unzipFile(file, entry, { breathing }) : size;
}
