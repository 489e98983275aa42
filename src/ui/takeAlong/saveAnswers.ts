import type { AnswersRequest } from "../../session/protocol";
import type { PlaygroundStore } from "../../store/store";
import { savedMessage } from "./savedMessage";
import { saveFile } from "./saveFile";

/**
 * Has the engine write its answers, and saves the file when it comes, whatever the page shows by then.
 *
 * @param nameAt what the file is called, of a network after so many steps
 */
export function saveAnswers(
  store: PlaygroundStore,
  request: AnswersRequest,
  nameAt: (step: number) => string,
  save: typeof saveFile = saveFile,
): void {
  if (store.getState().looks.answers.running) return;
  store.getState().writeAnswers(request);
  const stopListening = store.subscribe(({ looks: { answers }, runs, shownId, notify }) => {
    if (answers.running) return;
    stopListening();
    const { value } = answers;
    if (!value?.file) return;
    const name = nameAt(runs.get(shownId)?.step ?? 0);
    save(name, value.file);
    notify("info", savedMessage(name, value.rows, value.harmless));
  });
}
