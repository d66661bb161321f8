// When a page has come to rest: nothing is being asked of the server, and nothing on it waits.
import type { Page, Request } from 'playwright-core';

/** What each page is still asking the server for. */
const asking = new WeakMap<Page, Set<Request>>();

/** Must be called when the page is new. */
export function countRequests(page: Page): void {
  const open = new Set<Request>();
  asking.set(page, open);
  page.on('request', (request) => void open.add(request));
  page.on('requestfinished', (request) => void open.delete(request));
  page.on('requestfailed', (request) => void open.delete(request));
}

/** Nothing is being asked and no place of the page waits for its content. */
export async function settled(page: Page): Promise<void> {
  const stands = () =>
    page.evaluate(() => {
      const waits = document.querySelector(
        '[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root',
      );
      return waits === null && document.querySelector('h1, [role="alert"]') !== null;
    });
  const until = Date.now() + 10_000;
  for (let still = 0; still < 3; still = asking.get(page)?.size === 0 && (await stands()) ? still + 1 : 0) {
    if (Date.now() > until) throw new Error(`${page.url()} does not come to rest`);
    await page.waitForTimeout(25);
  }
}
