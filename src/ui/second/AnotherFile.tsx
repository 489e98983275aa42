/** The way to answers for another file: a table, or a text; of other data there is none. */
import { trainedTable } from "../../store/second";
import { OnDemand } from "../controls/OnDemand";
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
  return isText ? <AnotherText /> : <AnotherTable />;
}

function AnotherTable() {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const isTable = usePlayground((state) => trainedTable(state) !== null);
  const isOpen = usePlayground(({ second }) => second !== null);
  if (!isTable) return null;
  const { openSecond, closeSecond } = store.getState();
  return (
    <>
      <OnDemand title={words.title} level={3}>
        <div className={layout.stack}>
          <p className={text.hint}>{words.about}</p>
          <TableTrigger onFile={openSecond}>{words.open}</TableTrigger>
        </div>
      </OnDemand>
      {isOpen && (
        <FaultBoundary what="dialog" over onClose={closeSecond}>
          <SecondDialog />
        </FaultBoundary>
      )}
    </>
  );
}
