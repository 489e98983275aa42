/** The way to answers for another file: a table, a text, or a folder of sounds or pictures; of other data there is none. */
import { trainedFolder, trainedTable } from "../../store/second";
import { OnDemand } from "../controls/OnDemand";
import { FolderTriggers } from "../data/folders/FolderTriggers";
import { TableTrigger } from "../data/table/TableTrigger";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { AnotherText } from "./AnotherText";

const SecondDialog = lazyPart(async () => (await import("./SecondDialog")).SecondDialog);

export function AnotherFile() {
  const isText = usePlayground(({ data }) => data?.kind === "text");
  const isFolder = usePlayground((state) => trainedFolder(state) !== null);
  return isText ? <AnotherText /> : isFolder ? <AnotherFolder /> : <AnotherTable />;
}

function AnotherFolder() {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const kind = usePlayground((state) => trainedFolder(state)?.way.kind);
  const { openSecondFolder } = store.getState();
  return (
    kind && (
      <>
        <OnDemand title={words.titleOfFolder} level={3}>
          <div className={layout.stack}>
            <p className={text.hint}>{words.filesAbout[kind]}</p>
            <FolderTriggers onSource={openSecondFolder} />
          </div>
        </OnDemand>
        <OpenedSecond />
      </>
    )
  );
}

/** The dialog, while there is something in it. */
function OpenedSecond() {
  const store = usePlaygroundStore();
  const isOpen = usePlayground(({ second }) => second !== null);
  return (
    isOpen && (
      <FaultBoundary what="dialog" over onClose={store.getState().closeSecond}>
        <SecondDialog />
      </FaultBoundary>
    )
  );
}

function AnotherTable() {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const isTable = usePlayground((state) => trainedTable(state) !== null);
  if (!isTable) return null;
  const { openSecond } = store.getState();
  return (
    <>
      <OnDemand title={words.title} level={3}>
        <div className={layout.stack}>
          <p className={text.hint}>{words.about}</p>
          <TableTrigger onFile={openSecond}>{words.open}</TableTrigger>
        </div>
      </OnDemand>
      <OpenedSecond />
    </>
  );
}
