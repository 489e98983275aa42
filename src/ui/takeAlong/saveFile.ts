/** Hands a file to the browser, which lays it where a person's downloads lie. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** "airline passengers", "answers", 450 → "airline passengers - answers - step 450.csv" without what file systems refuse. */
export function fileName(data: string, what: string, step: number, extension: string): string {
  const base = data.replace(/\.[\p{L}\p{N}]{1,5}$/u, "");
  return `${[base, what, step].join(" - ").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}.${extension}`;
}
