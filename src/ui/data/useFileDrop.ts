/** Files and folders dropped or pasted anywhere on the page. Text and links are none of its business. */
import { useEffect, useEffectEvent, useState } from "react";
import type { FolderSource } from "../../session/folderProtocol";
import { droppedFolder } from "./folders/droppedFolder";

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

interface FileDropHandlers {
  onFiles(files: readonly File[]): void;
  onFolder(folder: Promise<FolderSource>): void;
}

/** Calls back with what was dropped; returns whether files are being dragged over the page. */
export function useFileDrop({ onFiles, onFolder }: FileDropHandlers): boolean {
  const [dragging, setDragging] = useState(false);
  const accept = useEffectEvent(onFiles);
  const acceptFolder = useEffectEvent(onFolder);
  useEffect(() => {
    const listening = new AbortController();
    const on = (type: "dragenter" | "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void) =>
      addEventListener(type, (event) => carriesFiles(event) && act(event), { signal: listening.signal });
    const hover = (event: DragEvent) => {
      // Without this the browser would leave the page and show the file.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      setDragging(true);
    };
    on("dragenter", hover);
    on("dragover", hover);
    on("dragleave", (event) => {
      // Going from one element to another is no leaving of the page.
      if (event.relatedTarget === null) setDragging(false);
    });
    on("drop", (event) => {
      event.preventDefault();
      setDragging(false);
      const folder = droppedFolder(event.dataTransfer?.items ?? []);
      if (folder) acceptFolder(folder);
      else accept(Array.from(event.dataTransfer?.files ?? []));
    });
    addEventListener(
      "paste",
      (event) => {
        const files = Array.from(event.clipboardData?.files ?? []);
        // A copied part of a sheet or a page comes with a picture of itself; the text is meant.
        if (files.length === 0 || event.clipboardData?.types.includes("text/plain")) return;
        event.preventDefault();
        accept(files);
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
  return dragging;
}
