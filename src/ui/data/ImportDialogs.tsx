/** The dialogs of what is being opened. */
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";

const dialogs = {
  table: lazyPart(async () => (await import("./table/TableDialog")).TableDialog),
  folder: lazyPart(async () => (await import("./folders/FolderDialog")).FolderDialog),
  network: lazyPart(async () => (await import("../elsewhere/NetworkDialog")).NetworkDialog),
  pictures: lazyPart(async () => (await import("./pictures/PictureDialog")).PictureDialog),
} as const;

const partOf = {
  table: "tableDialog",
  folder: "folderDialog",
  pictures: "pictureDialog",
  network: "networkDialog",
} as const;

export function ImportDialogs() {
  return (
    <>
      <WhileOpen what="table" />
      <WhileOpen what="folder" />
      <WhileOpen what="pictures" />
      <WhileOpen what="network" />
    </>
  );
}

function WhileOpen({ what }: { readonly what: keyof typeof dialogs }) {
  const store = usePlaygroundStore();
  const isOpen = usePlayground((state) => state[what] !== null);
  const ImportDialog = dialogs[what];
  if (!isOpen) return null;
  const { closeTable, closeFolder, closePictures } = store.getState();
  const close = {
    table: closeTable,
    folder: closeFolder,
    pictures: closePictures,
    network: () => store.setState({ network: null }),
  }[what];
  return (
    <FaultBoundary what={partOf[what]} over onClose={close}>
      <ImportDialog />
    </FaultBoundary>
  );
}
