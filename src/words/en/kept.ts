/** Runs that are kept: the list of them, where they are kept, their files. */

export const kept = {
  foreign: "This is no saved run: its first bytes are not those of one.",
  newer: "It was made by a newer version of this page. Reload the page to get the newest one.",
  damaged: "It is damaged: parts of it do not fit each other.",
  cutOff: "It is cut off: its end is missing. Save or send it once more.",
  gone: "It is not kept any more.",
  full: "the browser has no room left for this page",
  refused: ({ said }: { readonly said: string }): string => `the browser’s storage cannot be used (${said})`,
  dataUnreadable: "a file of the data cannot be read any more",
  insecure: "this address is neither https nor localhost, and browsers keep runs of such pages only",
  notKept: ({ why }: { readonly why: string }): string =>
    `Nothing is kept: ${why}. Training goes on, but is lost when the page is closed.`,
  notOpened: ({ why }: { readonly why: string }): string => `The kept run could not be opened. ${why}`,
  failed: ({ why }: { readonly why: string }): string => `That did not work: ${why}.`,
  noData: "Its data are not there: it was saved without them.",
};
