/**
 * Whether the address asks for the page as a part of another, in a frame: without its header, and without what opens or keeps things
 * beside what its link says. Frames of one page share a tab, so none of them can come back to a run of its own.
 */
export const isEmbedded = (): boolean => new URLSearchParams(location.search).has(embedParameter);

export const embedParameter = "embed";
