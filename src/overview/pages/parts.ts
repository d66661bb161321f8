// What the parts of the page share: the words, the way down the tree, and what stands under a picture that is taken away.
import { formatDay } from '../../platform/day.ts';
import { hrefOf, useAddress, useGo } from '../../ui/address.tsx';
import type { ChartFile } from '../../ui/chart/Chart.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useSession } from '../../ui/session.tsx';
import type { OverviewView } from '../view.ts';
import { words } from '../words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;

/** The same page of a unit below, on the same day. */
export function useUnitHref(): (id: number) => string {
  const { path, words: address } = useAddress();
  return (id) => hrefOf(path, { ...address, unit: String(id) });
}

export function useGoDown(): (id: string) => void {
  const go = useGo();
  const hrefFor = useUnitHref();
  return (id) => go(hrefFor(Number(id)));
}

export const nameOf = ({ unit }: OverviewView, t: Say): string => unit?.name ?? t('over.several');

/** `spared`: counts of persons are left out where they are small and not the reader’s own. */
export function useFile(view: OverviewView): (spared?: boolean) => ChartFile {
  const t = useWords(words);
  const { profile } = useSession();
  const { on, least, own } = view;
  return (spared = false) => {
    const notes = [
      t('over.file', { unit: nameOf(view, t), day: formatDay(on) }),
      spared && !own && t('over.spared', { least }),
      profile === 'C' && t('over.simulated'),
    ];
    return { note: notes.filter(Boolean).join(' ') };
  };
}
