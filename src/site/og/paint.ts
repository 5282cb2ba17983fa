import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Drawing } from './draw.ts';

let ready: Promise<void> | undefined;

/** A drawing as PNG; the same bytes for the same drawing. The painter is loaded once in a process. */
export async function paint({ svg, faces }: Drawing): Promise<Uint8Array> {
  ready ??= load();
  await ready;
  const fontBuffers = faces.fonts.map(({ data }) => new Uint8Array(data));
  const painter = new Resvg(svg, {
    font: { loadSystemFonts: false, fontBuffers, defaultFontFamily: 'Noto Sans' },
  });
  const painted = painter.render();
  const png = painted.asPng();
  painted.free();
  painter.free();
  return png;
}

async function load(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(wasm));
}
