// Contrast of every pair of colours that carries words or marks, in both themes (WCAG 2.2 AA).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../base.css', import.meta.url), 'utf8');

function tokens(scheme: 'light' | 'dark'): Map<string, string> {
  const start = css.search(new RegExp(`\\[data-mantine-color-scheme=["']${scheme}["']\\] \\{`));
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--n-([\w-]+): (#[0-9a-f]{6})/g)].map((one) => [one[1] ?? '', one[2] ?? '']),
  );
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const words = ['ink', 'ink-2', 'ink-3', 'act', 'gold'];
const grounds = ['ground', 'surface', 'raised'];

test.each(['light', 'dark'] as const)('words stand out in the %s theme', (scheme) => {
  const colours = tokens(scheme);
  const ratio = (a: string, b: string) => contrast(colours.get(a) ?? '', colours.get(b) ?? '');
  for (const word of words)
    for (const ground of grounds) expect(ratio(word, ground), `${word} on ${ground}`).toBeGreaterThan(4.5);
  expect(ratio('act', 'act-soft')).toBeGreaterThan(4.5);
  expect(ratio('gold', 'gold-soft')).toBeGreaterThan(4.5);
  expect(ratio('bar-ink', 'bar')).toBeGreaterThan(4.5);
  expect(contrast('#ffffff', colours.get('act-fill') ?? '')).toBeGreaterThan(4.5);
});

test.each(['light', 'dark'] as const)('marks and borders of fields stand out in the %s theme', (scheme) => {
  const colours = tokens(scheme);
  for (const mark of ['line-strong', 'gold-fill', 'focus'])
    for (const ground of grounds)
      expect(
        contrast(colours.get(mark) ?? '', colours.get(ground) ?? ''),
        `${mark} on ${ground}`,
      ).toBeGreaterThan(3);
});
