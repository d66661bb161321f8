// Brings the service worker in, where the browser allows one (https, or this very machine). Everything works without it;
// only opening Nguồn anew needs the network then.
export async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(loadedFiles(), { transfer: [] });
  } catch {
    // Forbidden by the browser or its owner: the page is what it was without.
  }
}

/** What this page has loaded so far, before the worker stood in the way of its requests. */
const loadedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/assets/'));
