/** The dialogs of what is being opened. */
import { lazyPart } from "../lazyPart";
import { usePlayground } from "../usePlaygroundStore";

const dialogs = {
  table: lazyPart(async () => (await import("./table/TableDialog")).TableDialog),
  folder: lazyPart(async () => (await import("./folders/FolderDialog")).FolderDialog),
  pictures: lazyPart(async () => (await import("./pictures/PictureDialog")).PictureDialog),
} as const;

export function ImportDialogs() {
  return (
    <>
      <WhileOpen what="table" />
      <WhileOpen what="folder" />
      <WhileOpen what="pictures" />
    </>
  );
}

function WhileOpen({ what }: { readonly what: keyof typeof dialogs }) {
  const isOpen = usePlayground((state) => state[what] !== null);
  const ImportDialog = dialogs[what];
  return isOpen && <ImportDialog />;
}
