/** What stands in many places. */
export const common = {
  /** What is written as it comes. */
  verbatim: ({ text }: { readonly text: string }): string => text,
  /** One sentence after the other. */
  sentences: ({ parts }: { readonly parts: readonly string[] }): string => parts.join(" "),
};
