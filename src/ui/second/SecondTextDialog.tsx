/** Another text for a network of language: what of it the network knows, and then what its symbols cost. */
import { Download } from "lucide-react";
import { useState } from "react";
import type { LanguageEvaluation } from "../../data/evaluation/evaluationTypes";
import type { SecondTextFacts } from "../../data/secondText";
import type { AllWords } from "../../words/catalogue";
import { absent } from "../../words/formats";
import { Action } from "../controls/Action";
import { WorkProgress } from "../controls/WorkProgress";
import { Sentences } from "../data/Sentences";
import { ResultTable } from "../evaluation/ResultTable";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import { symbolLabel } from "../stage/symbols";
import layout from "../styles/layout.module.css";
import { FormatChoice, plainFormat } from "../takeAlong/FormatChoice";
import { savedMessage } from "../takeAlong/savedMessage";
import { fileName, saveFile } from "../takeAlong/saveFile";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

interface SecondTextProps {
  readonly file: File;
  readonly onClose: () => void;
}

export function SecondTextDialog({ file, onClose }: SecondTextProps) {
  const all = useAllWords();
  const words = all.second;
  const { value } = usePlayground(({ looks }) => looks.secondText);
  return (
    <DialogFrame title={words.dialogTitle({ name: file.name })} size="medium" onClose={onClose}>
      <DialogBody refusal={value?.problem ?? null}>
        {!value && <WorkProgress label={words.lookingAtText} share={null} />}
        {value?.facts && <Sentences sentences={factsInWords(all, value.facts)} />}
        {value?.evaluation && <Result evaluation={value.evaluation} step={value.step} file={file} />}
      </DialogBody>
      <Footer file={file} onClose={onClose} />
    </DialogFrame>
  );
}

function factsInWords({ second: words, formats }: AllWords, facts: SecondTextFacts) {
  const { unit, symbols, readSymbols, unknown, readAs, unknownKinds } = facts;
  return [
    words.textSymbols({ unit, symbols, read: readSymbols }),
    unknown === 0
      ? words.allKnown
      : words.textUnknown({
          share: unknown / readSymbols,
          readAs: symbolLabel(readAs),
          kinds: formats.list(unknownKinds.map(symbolLabel).map(formats.quoted)),
        }),
    words.textHow,
  ];
}

/** First it is looked at; it is measured when somebody asks for that. */
function Footer({ file, onClose }: SecondTextProps) {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const { running, value } = usePlayground(({ looks }) => looks.secondText);
  const [format, setFormat] = useState(plainFormat);
  const ask = () => store.getState().lookAtText({ file, answers: { format, words: words.symbolWords } });
  if (running)
    return (
      <DialogFooter words={<WorkProgress label={words.asking} share={value?.share ?? null} />}>
        <Action onPress={onClose}>{words.stop}</Action>
      </DialogFooter>
    );
  const canAsk = value?.facts != null && !value.evaluation;
  return (
    <DialogFooter words={canAsk && <FormatChoice format={format} onChange={setFormat} />}>
      <Action onPress={onClose}>{canAsk ? words.cancel : words.close}</Action>
      {canAsk && (
        <Action weight="primary" onPress={ask}>
          {words.askText}
        </Action>
      )}
    </DialogFooter>
  );
}

interface ResultProps {
  readonly evaluation: LanguageEvaluation;
  readonly step: number;
  readonly file: File;
}

function Result({ evaluation, step, file }: ResultProps) {
  const { second: words, evaluation: measures, formats } = useAllWords();
  const store = usePlaygroundStore();
  const value = usePlayground(({ looks }) => looks.secondText.value);
  const evaluated = useRun((run) => run.evaluated);
  const own = evaluated?.evaluation;
  const { unit, bits, unigramBits, bigramBits, accuracy, mostFrequent, symbols } = evaluation;
  const { decimal, share } = formats;
  const cells = (ofBits: number, right: number | null) => [
    decimal(ofBits * Math.LN2),
    decimal(ofBits),
    decimal(2 ** ofBits),
    right === null ? absent : share(right),
  ];
  // While it trains, what is held out was measured at another step.
  const nameOfOwn = (at: number) => (at === step ? words.onValidation : words.onValidationAt({ step: at }));
  const save = () => {
    if (!value?.file) return;
    const called = fileName(file.name, words.symbolsFile, step, "csv");
    saveFile(called, value.file);
    store.getState().notify("info", savedMessage(called, value.rows, value.harmless));
  };
  return (
    <section aria-label={words.result} className={layout.stack}>
      <p>{words.textMeasured({ unit, symbols, bits, perplexity: 2 ** bits })}</p>
      <ResultTable
        caption={words.textTable}
        columns={[words.loss, measures.bitsPer({ unit }), words.perplexity, measures.accuracy]}
        rows={[
          { name: measures.network, own: true, values: cells(bits, accuracy) },
          { name: measures.bigram, values: cells(bigramBits, null) },
          { name: measures.unigram, values: cells(unigramBits, mostFrequent.share) },
          ...(own?.kind === "language"
            ? [{ name: nameOfOwn(evaluated?.step ?? step), values: cells(own.bits, own.accuracy) }]
            : []),
        ]}
      />
      <div>
        <Action onPress={save}>
          <Download size={15} aria-hidden="true" />
          {words.saveSymbols}
        </Action>
      </div>
    </section>
  );
}
