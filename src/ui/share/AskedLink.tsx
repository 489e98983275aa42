import { FaultBoundary } from "../faults/FaultBoundary";
import { lazyPart } from "../lazyPart";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";

const LinkDialog = lazyPart(async () => (await import("./LinkDialog")).LinkDialog);

/** The dialog about a link that waits for a word. */
export function AskedLink() {
  const store = usePlaygroundStore();
  const isAsked = usePlayground(({ askedLink }) => askedLink !== null);
  if (!isAsked) return null;
  return (
    <FaultBoundary what="link" over onClose={() => store.setState({ askedLink: null })}>
      <LinkDialog />
    </FaultBoundary>
  );
}
