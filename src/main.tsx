/** The composition root: the engine's worker, the store, and the page, in the order in which they are needed. */
import "./ui/theme.css";
import "./ui/global.css";
import { sampleTexts } from "./data/samples/sampleTexts";
import { readAddressRun } from "./kept/addressRun";
import { fullVersion, linkIn, unreadLesson } from "./kept/linkForm";
import { type RunMark, readMark, takeRaceMark } from "./kept/runMarks";
import { startSession } from "./session/page/client";
import { folderClient } from "./session/page/folderClient";
import { pictureClient } from "./session/page/pictureClient";
import { tableClient } from "./session/page/tableClient";
import { lateKeeper } from "./store/keeping/lateKeeper";
import { createPlayground } from "./store/store";
import { lateProgram } from "./ui/late/lateProgram";
import { loadPatiently } from "./ui/late/loadPatiently";
import { isEmbedded } from "./ui/share/embedded";
import { firstLanguage } from "./ui/words/language";
import { beginSpeaking } from "./ui/words/spokenWords";
import { localeOf } from "./words/language";
import { message } from "./words/message";
import { pageNotLoaded } from "./words/unloaded";

// The worker starts before the page's own program is even loaded: what it computes takes longest.
const client = startSession({ receive: (event) => store.getState().receive(event) });
// The workers of readers start when there is something to read.
const tables = tableClient({ receive: (event) => store.getState().receiveTable(event) });
const decoder = lateProgram(async () => (await import("./ui/sound/decodeSound")).decodeSound);
const decode = async (file: Blob) => (await decoder.get())(file);
const folders = folderClient({ receive: (event) => store.getState().receiveFolder(event), decode });
const pictures = pictureClient({ receive: (event) => store.getState().receivePictures(event) });
const seconds = tableClient({ receive: (event) => store.getState().receiveSecond(event) });
const secondSounds = folderClient({ receive: (event) => store.getState().receiveSecond(event), decode });
const secondPictures = pictureClient({ receive: (event) => store.getState().receiveSecond(event) });
// What keeps runs comes when there is something to keep, or to come back to.
const keeperProgram = lateProgram(async () => {
  const [{ startKeeper }, { saveFile }] = await Promise.all([
    import("./store/keeping/startKeeper"),
    import("./ui/takeAlong/saveFile"),
  ]);
  return () => startKeeper(store, String(import.meta.env.VITE_VERSION), saveFile, !isEmbedded());
});
const keeper = lateKeeper(
  async () => (await keeperProgram.get())(),
  (problem) => store.getState().notify("problem", problem),
);
/** That it has not come was said. */
const ifThere = (act: (one: Awaited<ReturnType<typeof keeper>>) => void) =>
  void keeper().then(act, () => undefined);
const exchangeProgram = lateProgram(
  async () => (await import("./session/page/exchangeClient")).exchangeClient,
);
const store = createPlayground((command) => client.send(command), {
  table: (command) => tables.send(command),
  folder: (command) => folders.send(command),
  pictures: (command) => pictures.send(command),
  second: (command) => seconds.send(command),
  secondSounds: (command) => secondSounds.send(command),
  secondPictures: (command) => secondPictures.send(command),
  withdraw: (isIt) => client.withdraw(isIt),
  exchange: async (request, signal) => (await exchangeProgram.get())()(request, signal),
  keeper: (command) => ifThere((one) => one.handle(command)),
});

const language = firstLanguage();
document.documentElement.lang = localeOf[language];
store.getState().setPrompt(sampleTexts[language].prompt);
const link = linkIn(location.hash);
if (link?.startsWith(fullVersion)) store.setState({ lesson: unreadLesson });
// A link that is opened for the first time is wanted rather than what was here before; in a frame, always.
const mark = !isEmbedded() && (link === null || readAddressRun() !== undefined) ? readMark() : null;
void begin();
// It was kept, and stands paused in its dialog.
if (!isEmbedded() && takeRaceMark()) store.getState().notify("info", message("run.raceKept"));
const root = document.getElementById("root");
if (!root) throw new Error('index.html has no element with the id "root".');
// It says that the page did not start.
root.textContent = "";
try {
  const [{ mountPage }] = await Promise.all([
    loadPatiently(() => import("./ui/mountPage")),
    beginSpeaking(language),
  ]);
  mountPage(root, store, () => ifThere(() => undefined));
} catch (cause) {
  root.textContent = pageNotLoaded[language];
  throw cause;
}

/** What was on the page, or what the address says; where neither comes, the page opens as if there were none. */
async function begin(): Promise<void> {
  if (mark && (await comesBack(mark))) return;
  if (link !== null && (await opensLink(link))) return;
  store.setState({ lesson: null });
  client.send({ type: "open", engine: "auto", language });
}

function comesBack({ id, isOwn }: RunMark): Promise<boolean> {
  return keeper()
    .then((one) => {
      one.takeLesson(link);
      return one.comeBack(id, isOwn, language);
    })
    .catch(() => false);
}

function opensLink(address: string): Promise<boolean> {
  return keeper()
    .then((one) => one.openFirst(address, language))
    .catch(() => false);
}
