/** A probe text as it stands in a one-line field: what such a field cannot hold or show is drawn as ↵ and ⇥. */

/** Characters (code points) of the longest probe. */
export const probeLimit = 128;

export const toProbeDraft = (text: string) =>
  Array.from(text.replaceAll(/\r\n?|\n/g, "↵").replaceAll("\t", "⇥"))
    .slice(0, probeLimit)
    .join("");

export const fromProbeDraft = (draft: string) => draft.replaceAll("↵", "\n").replaceAll("⇥", "\t");
