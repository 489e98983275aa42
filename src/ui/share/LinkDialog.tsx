/** Asks before a link takes the place of a run that would be lost. */
import { writeAddressRun } from "../../kept/addressRun";
import { shownRun } from "../../store/runs";
import { Action } from "../controls/Action";
import { DialogBody } from "../frame/DialogBody";
import { DialogFooter } from "../frame/DialogFooter";
import { DialogFrame } from "../frame/DialogFrame";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

export function LinkDialog() {
  const store = usePlaygroundStore();
  const { kept, share } = useAllWords();
  const asked = usePlayground((state) => state.askedLink);
  const id = usePlayground((state) => shownRun(state).kept?.id);
  const { keeper } = store.getState();
  const done = () => store.setState({ askedLink: null });
  const stay = () => {
    done();
    // The address is again that of the run.
    writeAddressRun(id ?? null, location.pathname + location.search);
  };
  const open = () => {
    done();
    if (asked !== null) keeper({ type: "openLink", link: asked, isSure: true });
  };
  return (
    <DialogFrame title={share.ask} size="narrow" onClose={stay}>
      <DialogBody>
        <p>{share.atRisk}</p>
        {id !== undefined && (
          <Action weight="link" onPress={() => keeper({ type: "save", id, withData: true })}>
            {kept.savePresent}
          </Action>
        )}
      </DialogBody>
      <DialogFooter>
        <Action onPress={stay} autoFocus>
          {share.stay}
        </Action>
        <Action weight="primary" onPress={open}>
          {share.open}
        </Action>
      </DialogFooter>
    </DialogFrame>
  );
}
