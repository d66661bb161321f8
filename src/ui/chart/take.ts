// A chart as a file for paper: its own title above, what it says and where it comes from below, colours of paper by value
// instead of by name, black letters on white. It stands alone, in whatever program it is opened.

import { family } from './look.ts';
import { reckoned } from './mix.ts';

export interface Framed {
  name: string;
  told: string;
  /** day, source, mark of generated data */
  note: string;
}

/** Width of the drawing in points: fits an upright A4 page between its margins. */
export const paperWidth = 680;
const line = 20;
const perLine = 96;

export function framed(svg: string, { name, told, note }: Framed, height: number): string {
  const [heads, tails] = [broken(name, 72), [told, note].flatMap((text) => broken(text, perLine))];
  const top = heads.length * line + 16;
  const whole = top + height + tails.length * line + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${paperWidth + 40}" height="${whole}" viewBox="0 0 ${paperWidth + 40} ${whole}" font-family="${letters}">`,
    `<title>${escaped(name)}</title><desc>${escaped(`${told} ${note}`.trim())}</desc>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...heads.map((text, at) => words(text, { y: line * (at + 1), size: 16, weight: 600 })),
    svg.replace('<svg ', `<svg x="20" y="${top}" `),
    ...tails.map((text, at) => words(text, { y: top + height + line * (at + 1), size: 13, weight: 400 })),
    '</svg>',
  ].join('\n');
}

const words = (text: string, { y, size, weight }: { y: number; size: number; weight: number }): string =>
  `<text x="20" y="${y}" font-size="${size}" font-weight="${weight}" fill="#000">${escaped(text)}</text>`;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/** By whole words. */
export function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Letters of the page are not at hand elsewhere; and its quotes would end the attribute they stand in. */
const letters = "'Be Vietnam Pro', Arial, sans-serif";
/** 'var(--n-ink)' → the value it has on paper; mixtures are reckoned, since few programs know them. */
export const resolved = (svg: string, valueOf: (name: string) => string): string =>
  reckoned(svg.replaceAll(family, letters), valueOf);

/** Values of the light theme, whatever the reader looks at. */
export function onPaper(svg: string): string {
  const probe = document.createElement('span');
  probe.dataset.mantineColorScheme = 'light';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const made = resolved(svg, (name) => style.getPropertyValue(name).trim());
  probe.remove();
  return made;
}

export function keepFile(name: string, content: string): void {
  const href = URL.createObjectURL(new Blob([content], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = `${name.replaceAll(/[\\/:*?"<>|]+/g, ' ').trim()}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
