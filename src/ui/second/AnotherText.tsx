/** The way to another text for a network of language. */
import { FileText } from "lucide-react";
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Action } from "../controls/Action";
import { OnDemand } from "../controls/OnDemand";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

const SecondTextDialog = lazyPart(async () => (await import("./SecondTextDialog")).SecondTextDialog);

export function AnotherText() {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const [file, setFile] = useState<File | null>(null);
  const open = (files: FileList | null) => {
    const chosen = files?.item(0);
    if (!chosen) return;
    setFile(chosen);
    store.getState().lookAtText({ file: chosen, answers: null });
  };
  const close = () => {
    const { looks, stopLooking } = store.getState();
    if (looks.secondText.running) stopLooking("secondText");
    setFile(null);
  };
  return (
    <>
      <OnDemand title={words.title} level={3}>
        <div className={layout.stack}>
          <p className={text.hint}>{words.textAbout}</p>
          <FileTrigger acceptedFileTypes={["text/*", ".txt", ".md"]} onSelect={open}>
            <Action>
              <FileText size={15} aria-hidden="true" />
              {words.openText}
            </Action>
          </FileTrigger>
        </div>
      </OnDemand>
      {file && (
        <FaultBoundary what="dialog" over onClose={close}>
          <SecondTextDialog file={file} onClose={close} />
        </FaultBoundary>
      )}
    </>
  );
}
