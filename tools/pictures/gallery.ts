// The page on which all pictures can be looked at, side by side.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Shot } from './shots.ts';

export const widths = [1280, 360] as const;
export type Width = (typeof widths)[number];
export const schemes = ['light', 'dark'] as const;

export const fileOf = (name: string, width: number, scheme: string): string =>
  `${name}-${width}-${scheme}.png`;

const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function writeGallery(folder: string, shots: Shot[]): void {
  const taken = shots.filter(({ name }) =>
    existsSync(path.join(folder, fileOf(name, widths[0], schemes[0]))),
  );
  const parts = taken.map(
    ({ name, title, as, address }) => `<section id="${name}"><h2>${safe(title)}</h2>
<p>${safe(as)} · <code>${safe(address)}</code></p>
<div>${widths
      .flatMap((width) => schemes.map((scheme) => fileOf(name, width, scheme)))
      .map((file) => `<a href="${file}"><img src="${file}" alt="${safe(title)}" loading="lazy"></a>`)
      .join('')}</div></section>`,
  );
  const page = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Nguồn: hình các trang</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
div { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; }
img { max-height: 32rem; border: 1px solid #999; }
</style>
<h1>Nguồn: hình các trang</h1>
${parts.join('\n')}
</html>
`;
  writeFileSync(path.join(folder, 'index.html'), page);
}
