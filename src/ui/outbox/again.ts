// When the waiting writes are tried again: at once, when the line comes back, when the person looks again, and by
// itself after growing pauses.
import { useEffect } from 'react';
import { useWaitingPosts } from '../outbox.ts';
import { outboxOwner, look, placeOfPosts, sendable } from './box.ts';
import { type Courier, deliver } from './deliver.ts';

const pausesMs = [5_000, 15_000, 60_000, 300_000];

export function useDelivery(courier: Courier): () => void {
  const posts = useWaitingPosts();
  const office = outboxOwner()?.office;
  const waits = posts.some((post) => post.refused === null && post.office === office);
  useEffect(() => (waits ? tryAgain(courier) : undefined), [courier, waits]);
  useEffect(() => {
    const other = ({ key }: StorageEvent) => (key === null || key.includes(placeOfPosts)) && look();
    window.addEventListener('storage', other);
    return () => window.removeEventListener('storage', other);
  }, []);
  return () => void deliver(courier);
}

/** Tries until nothing waits; returns how to stop. */
function tryAgain(courier: Courier): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let stopped = false;
  const attempt = async () => {
    clearTimeout(timer);
    const done = await deliver(courier);
    if (stopped || (done && sendable().length === 0)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), pausesMs[Math.min(tries, pausesMs.length - 1)]);
    tries += 1;
  };
  const now = () => {
    tries = 0;
    void attempt();
  };
  const seen = () => document.visibilityState === 'visible' && now();
  window.addEventListener('online', now);
  window.addEventListener('focus', now);
  document.addEventListener('visibilitychange', seen);
  now();
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', now);
    window.removeEventListener('focus', now);
    document.removeEventListener('visibilitychange', seen);
  };
}
