/** What was taken of what was opened, and what was left out. */
import text from "../styles/text.module.css";

export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div>
      {sentences.map((sentence) => (
        <p key={sentence} className={text.quiet}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
