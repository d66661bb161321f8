// docs/huong-dan stays true: what stands there in bold type is written so on the screen, and every picture and page it
// leads to exists.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const filesOf = (pattern: string): string[] => globSync(pattern, { cwd: root.pathname });

const inCode = /\bvi:\s*(['"`])((?:\\.|(?!\1).)*)\1/gs;
const inYaml = /\bvi: (?:'((?:[^']|'')*)'|([^,}\n]+))/g;

/** Every Vietnamese word of the pages, and every label of the regulations that they show. */
const words = new Set([
  ...filesOf('src/**/*.ts').flatMap((file) =>
    [...read(file).matchAll(inCode)].map(([, , text]) => text ?? ''),
  ),
  ...filesOf('regulations/**/*.yaml').flatMap((file) =>
    [...read(file).matchAll(inYaml)].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim()),
  ),
]);

const place = /\{\w+\}/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const shapes = [...words]
  .filter((word) => place.test(word) && /\p{L}/u.test(word.replaceAll(place, '')))
  .map((word) => ({
    written: word.replaceAll(place, '…'),
    pattern: new RegExp(`^${word.split(place).map(escaped).join('(.+)')}$`, 'u'),
  }));

/** As it is, with “…” for what changes, or with a number or another word of the screen in its place. */
function onScreen(phrase: string): boolean {
  if (words.has(phrase)) return true;
  return shapes.some(({ written, pattern }) => {
    if (written === phrase) return true;
    const filled = pattern.exec(phrase)?.slice(1);
    return filled !== undefined && filled.every((part) => /^\d+$/.test(part) || words.has(part));
  });
}

const pages = filesOf('docs/huong-dan/*.md');

test('the guide has its pages', () => {
  expect(pages).toHaveLength(22);
});

test.each(pages)('%s calls things as the screen does', (page) => {
  const named = [...read(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, phrase = '']) =>
    phrase.replaceAll(/\s+/g, ' '),
  );
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((phrase) => !onScreen(phrase))).toEqual([]);
});

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

test.each(pages)('%s leads to what exists', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const broken = links.filter(([, file = '', anchor]) => {
    const target = file ? new URL(file, new URL(page, root)) : new URL(page, root);
    if (!existsSync(target)) return true;
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      anchorOf(heading),
    );
    return anchor !== undefined && !headings.includes(anchor);
  });
  expect(links.length).toBeGreaterThan(0);
  expect(broken.map(([link]) => link)).toEqual([]);
});
