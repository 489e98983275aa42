/** Opens the dialog that takes the network to other programs. */
import { Share2 } from "lucide-react";
import { useState } from "react";
import { Action } from "../controls/Action";
import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import { useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";

const ElsewhereDialog = lazyPart<{ readonly onClose: () => void }>(
  async () => (await import("./ElsewhereDialog")).ElsewhereDialog,
);

export function ElsewhereButton() {
  const words = useAllWords().elsewhere;
  const isThere = useRun(({ summary }) => summary !== null);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Action isDisabled={!isThere} onPress={() => setOpen(true)}>
        <Share2 size={15} aria-hidden="true" />
        {words.open}
      </Action>
      {isOpen && (
        <FaultBoundary what="elsewhereDialog" over onClose={close}>
          <ElsewhereDialog onClose={close} />
        </FaultBoundary>
      )}
    </>
  );
}
