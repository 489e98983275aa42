import { expect, it } from "vitest";
import { documentInZip } from "./documentInZip";

it("knows documents by their parts, whatever pictures are in them", () => {
  const parts = ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml"];
  expect(documentInZip([...parts, "word/document.xml", "word/media/image1.png"])).toBe("word");
  expect(documentInZip([...parts, "ppt/presentation.xml", "ppt/media/image1.jpeg"])).toBe("slides");
  expect(documentInZip([...parts, "xl/workbook.xml"])).toBe("sheet");
  expect(documentInZip(["mimetype", "content.xml", "Pictures/1.png", "META-INF/manifest.xml"])).toBe(
    "openDocument",
  );
  expect(documentInZip(["mimetype", "META-INF/container.xml", "OEBPS/1.txt"])).toBe("book");
  expect(documentInZip(["META-INF/MANIFEST.MF", "a/B.class"])).toBe("program");
});

it("leaves folders of examples alone", () => {
  expect(documentInZip(["words/word/document.txt", "cats/1.png", "mimetype"])).toBeNull();
  expect(documentInZip([])).toBeNull();
});
