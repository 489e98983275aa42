/** What was taken of what was opened, and what was left out. */
import type { Said } from "../../words/message";
import text from "../styles/text.module.css";
import { useSay } from "../words/useWords";

export function Sentences({ sentences }: { readonly sentences: readonly Said[] }) {
  const say = useSay();
  return (
    <div>
      {sentences.map(say).map((sentence) => (
        <p key={sentence} className={text.quiet}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
