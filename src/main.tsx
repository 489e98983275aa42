/** The composition root: the engine's worker, the store, and the page, in the order in which they are needed. */
import "./ui/theme.css";
import "./ui/global.css";
import { startSession } from "./session/page/client";
import { FolderClient } from "./session/page/folderClient";
import { PictureClient } from "./session/page/pictureClient";
import { startReader } from "./session/page/tableClient";
import { createPlayground } from "./store/store";
import { decodeSound } from "./ui/sound/decodeSound";

// The worker starts before the page's own program is even loaded: what it computes takes longest.
const client = startSession({ receive: (event) => store.getState().receive(event) });
// The workers of readers start when there is something to read.
const reader = startReader({ receive: (event) => store.getState().receiveFromReader(event) });
const folders = new FolderClient({
  receive: (event) => store.getState().receiveFolder(event),
  decode: decodeSound,
});
const pictures = new PictureClient({ receive: (event) => store.getState().receivePictures(event) });
const store = createPlayground(
  (command) => client.send(command),
  (command) => reader.send(command),
  (command) => folders.send(command),
  (command) => pictures.send(command),
);
client.send({ type: "open", engine: "auto" });

const root = document.getElementById("root");
if (!root) throw new Error('index.html has no element with the id "root".');
try {
  const { mountPage } = await import("./ui/mountPage");
  mountPage(root, store);
} catch (cause) {
  root.textContent = "The page could not be loaded. Check the connection and load it again.";
  throw cause;
}
