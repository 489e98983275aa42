import type { PlaygroundStore } from "../store/store";
import type { Message } from "../words/message";

interface Said {
  readonly copied: Message;
  /** What to do where the browser does not allow it. */
  readonly notCopied: Message;
}

/** Copies, and says on the page whether it could. */
export async function copyToClipboard(
  { notify }: Pick<ReturnType<PlaygroundStore["getState"]>, "notify">,
  text: string,
  { copied, notCopied }: Said,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify("info", copied);
  } catch {
    // Browsers refuse without a secure connection or the user's consent.
    notify("problem", notCopied);
  }
}
