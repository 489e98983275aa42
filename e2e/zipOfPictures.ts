/** Makes pictures for tests: PNG files by Node's own compression, packed into a zip. */
import { crc32, deflateSync } from "node:zlib";
import { zipSync } from "fflate";

/** A grey PNG (https://www.w3.org/TR/png/): `grey` gives 0 to 255 of each pixel. */
export function png(width: number, height: number, grey: (x: number, y: number) => number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, grey.
  header[8] = 8;
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    // Each row begins with its filter: 0, none.
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = grey(x, y);
  }
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** `count` pictures of each of two labels: lines across, and lines down, each at places of its own. */
export function zipOfStripes(count: number): Buffer {
  const size = 24;
  const files = Array.from({ length: 2 * count }, (_, i) => {
    const phase = Math.floor(i / 2);
    const across = i % 2 === 0;
    const period = 4 + (phase % 3);
    const picture = png(size, size, (x, y) =>
      ((across ? y : x) + phase) % period < 2 ? 255 - phase : phase,
    );
    return [`stripes/${across ? "across" : "down"}/${phase}.png`, picture] as const;
  });
  return Buffer.from(zipSync({ ...Object.fromEntries(files), "stripes/readme.txt": Buffer.from("hello") }));
}
