// What every page must pass: axe in both themes, 360 px without sideways scroll, text at 200 %, the primary action
// within reach of the keyboard, and A4. Each check answers with the faults it found, so that a test can show them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** Of tests that only look: a browser that has hung, and nothing else, is asked once more with a new page. */
export const pageTest = { timeout: 120_000, retry: { count: 1, condition: /has not answered for/ } };

type Look = (page: Page) => Promise<string[]>;

/** The browser's own tools wait for it without end: a page that answers no more is named, with what was asked. */
const answeredIn = (what: string, look: Look): Look => {
  return async (page) => {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      const stop = () => reject(new Error(`${what}: ${page.url()} has not answered for ${patienceMs} ms`));
      timer = setTimeout(stop, patienceMs);
    });
    return Promise.race([look(page), silence]).finally(() => clearTimeout(timer));
  };
};
const patienceMs = 45_000;

/** Faults that axe finds; in the dark theme only colours differ. */
export const axe = answeredIn('axe', async (page) => {
  const faults: string[] = [];
  for (const [scheme, options] of Object.entries(runs)) {
    await page.emulateMedia({ colorScheme: scheme as 'light' | 'dark' });
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset.mantineColorScheme === wanted,
      scheme,
    );
    await twoFrames(page);
    await page.evaluate(axeSource);
    let { violations } = await runAxe(page, options);
    // A busy machine may still be painting the theme just chosen: what stays is a fault.
    if (violations.length > 0) {
      await page.waitForTimeout(500);
      ({ violations } = await runAxe(page, options));
    }
    faults.push(...violations.flatMap((one) => one.nodes.map((node) => describe(scheme, one, node))));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
});

const runAxe = async (page: Page, options: object): Promise<AxeResult> =>
  (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResult;

const runs = {
  light: { runOnly: tags, resultTypes: ['violations'] },
  dark: { runOnly: ['color-contrast'], resultTypes: ['violations'] },
};

const describe = (
  scheme: string,
  { id, help }: { id: string; help: string },
  { target, failureSummary }: { target: string[]; failureSummary: string },
) =>
  `${scheme} ${id}: ${help} – ${target.join(' ')} – ${failureSummary.replaceAll(/\s+/g, ' ').slice(0, 220)}`;

const phone = { width: 360, height: 740 };

/** What sticks out of a narrow phone. */
export const noSidewaysScroll = (page: Page, width = phone.width): Promise<string[]> =>
  answeredIn('sideways scroll', () => at(page, { ...phone, width }, () => page.evaluate(findWide)))(page);

/**
 * What sticks out or is cut when the reader has set the browser's text to twice its size, also on a phone:
 * there charts keep all their words and what can be pressed at the top lies clear of the others, too.
 */
export const inLargeLetters = answeredIn('large letters', async (page) => {
  const browser = await page.context().newCDPSession(page);
  const sizeText = (standard: number) => browser.send('Page.setFontSizes', { fontSizes: { standard } });
  const found = async (standard: number, ...looks: (() => string[])[]) => {
    await sizeText(standard);
    await twoFrames(page);
    const faults: string[] = [];
    for (const look of looks) faults.push(...(await page.evaluate(look)));
    return faults;
  };
  const faults = [
    ...(await at(page, { width: 1280, height: 1024 }, () => found(32, findWide, findCut))),
    ...(await at(page, phone, () => found(32, findWide, findCut, findOutOfChart, findLaidOver))),
  ];
  await sizeText(16);
  await browser.detach();
  return faults;
});

/** What is wrong with the page on A4: too wide, no heading, or the frame printed with it. */
export const printed = answeredIn('paper', async (page) => {
  await page.emulateMedia({ media: 'print' });
  // 210 mm less the margins of base.css.
  const faults = await at(page, { width: 661, height: 980 }, async () => [
    ...(await page.evaluate(findWide)),
    ...(await page.evaluate(() => {
      const shown = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent !== null);
      const frame = shown('nav').map(({ ariaLabel }) => `printed with it: ${ariaLabel}`);
      return shown('h1').length === 0 ? [...frame, 'no heading on paper'] : frame;
    })),
  ]);
  await page.emulateMedia({ media: 'screen' });
  return faults;
});

interface Fitting {
  /** the control that the keyboard must reach, within so many stops */
  primary?: string | RegExp | undefined;
  stops?: number;
  /** a dialog or a form is not printed */
  paper?: boolean;
}

/** Everything above at once, as the page stands. */
export async function unfit(page: Page, { primary, stops = 90, paper = true }: Fitting): Promise<string[]> {
  return [
    ...(await axe(page)),
    ...(await noSidewaysScroll(page)),
    ...(await inLargeLetters(page)),
    ...(paper ? await printed(page) : []),
    ...(primary ? await walkTo(page, primary, stops) : []),
  ];
}

/** What is still wrong once the page stands: rows become cards and the frame moves, on a busy machine many frames later. */
async function at(
  page: Page,
  size: { width: number; height: number },
  look: () => Promise<string[]>,
): Promise<string[]> {
  const usual = page.viewportSize();
  await page.setViewportSize(size);
  await twoFrames(page);
  let result = await look();
  for (let tries = 0; result.length > 0 && tries < 10; tries += 1) {
    await page.waitForTimeout(200);
    result = await look();
  }
  if (usual) await page.setViewportSize(usual);
  return result;
}

/** A browser that draws nothing for a second has nothing to draw. */
const twoFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        setTimeout(done, 1000);
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );

/** Runs in the page: nothing if it does not scroll sideways, else the innermost elements that stick out. */
function findWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth + 1,
  );
  const inner = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
  const lines = inner
    .slice(0, 6)
    .map(
      (one) =>
        `too wide: <${one.tagName.toLowerCase()} class="${one.className}"> ${one.textContent?.slice(0, 60)}`,
    );
  return [`the page is ${scrollWidth} px wide in ${clientWidth} px`, ...lines];
}

/** Runs in the page: elements that hide part of their own text. */
function findCut(): string[] {
  const hidesText = (one: Element) => {
    const style = getComputedStyle(one);
    const seen = one.clientWidth > 4 && style.visibility !== 'hidden' && style.clipPath === 'none';
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const wide =
      style.overflowX !== 'visible' && style.overflowX !== 'auto' && one.scrollWidth > one.clientWidth + 1;
    const high = style.overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 2;
    return seen && own && (wide || high);
  };
  return [...document.body.querySelectorAll('*')]
    .filter(hidesText)
    .map((one) => `cut: <${one.tagName.toLowerCase()}> ${one.textContent?.trim().slice(0, 60)}`);
}

/** Runs in the page: words of a chart that its frame cuts off; a chart that is not yet drawn for its place. */
function findOutOfChart(): string[] {
  const isCut = (text: Element, frame: DOMRect) => {
    const own = text.getBoundingClientRect();
    const beside = own.right > frame.right + 1 || own.left < frame.left - 1;
    // Above and below its letters the box of a line is empty.
    const empty = own.height / 4;
    const across = own.top < frame.top - empty || own.bottom > frame.bottom + empty;
    return own.width > 0 && (beside || across);
  };
  return [...document.querySelectorAll<SVGSVGElement>('figure [role="img"] svg')].flatMap((drawing) => {
    const place = drawing.closest('[role="img"]');
    if (Math.abs(drawing.viewBox.baseVal.width - (place?.clientWidth ?? 0)) > 1)
      return ['drawn for another width'];
    const frame = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll('text')]
      .filter((text) => isCut(text, frame))
      .map((text) => `cut by its chart: ${text.textContent?.trim()}`);
  });
}

/** Runs in the page: what can be pressed at the top and lies over another such. */
function findLaidOver(): string[] {
  const pairsIn = (head: Element) => {
    const keys = [...head.querySelectorAll('button, a, input')];
    return keys.flatMap((key, at) => keys.slice(at + 1).map((other) => [key, other] as const));
  };
  const areOver = ([one, other]: readonly [Element, Element]) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 2 && high > 2 && !one.contains(other);
  };
  return [...document.querySelectorAll('header')]
    .flatMap(pairsIn)
    .filter(areOver)
    .map(([one, other]) => `laid over: ${one.textContent?.trim()} – ${other.ariaLabel ?? other.textContent}`);
}

/** Walks by Tab from the top until this control has the focus; the faults are stops that cannot be seen. */
export const walkTo = (page: Page, name: string | RegExp, limit = 60): Promise<string[]> =>
  answeredIn('keyboard', () => walk(page, name, limit))(page);

async function walk(page: Page, name: string | RegExp, limit: number): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let step = 0; step < limit; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stop && !stop.seen) faults.push(`focus not seen on: ${stop.name}`);
    const isIt = stop && (typeof name === 'string' ? stop.name === name : name.test(stop.name));
    if (isIt) return faults;
  }
  return [...faults, `not reached by keyboard: ${String(name)}`];
}

/** Runs in the page. */
function describeFocus(): { name: string; seen: boolean } | null {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const marked = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
  const around = one.closest('label, .mantine-Checkbox-inner, .mantine-Radio-inner') !== null;
  const name = (one.ariaLabel ?? one.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
  return { name, seen: (marked || around || one.matches('input, select, textarea')) && box.width > 0 };
}
