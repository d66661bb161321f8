// What can be done with a line from here: the act itself, what other rooms offer, closing it with a reason, bringing it
// back.
import { Button, UnstyledButton } from '@mantine/core';
import { Suspense, use, useState } from 'react';
import { hrefOf, useAddress, useGo, wordsOf } from '../../../ui/address.tsx';
import { errandHref } from '../../../ui/errand.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { WorkItem } from '../../view.ts';
import { dueWords } from '../../../wording/due.ts';
import { lineName, lowerFirst } from '../due.ts';
import { BringBackDialog } from '../settle/BringBackDialog.tsx';
import { SettleDialog } from '../settle/SettleDialog.tsx';
import { words } from '../words.ts';
import { useFollows } from './asked.ts';
import { LineWays, type LineWay } from './line-ways.ts';
import css from '../worklist.module.css';

export function LineActs({ item }: { item: WorkItem }) {
  const t = useWords(words);
  const [asking, setAsking] = useState<'settle' | 'bring_back' | null>(null);
  const what = useName(item);
  const close = () => setAsking(null);
  return (
    <div className={`${css.acts} no-print`}>
      {!item.settled && <Main item={item} what={what} />}
      <Ways item={item} what={what} />
      {!item.settled && item.can.includes('settle') && (
        <Quiet
          label={t('line.settle')}
          name={t('line.settle_named', { what })}
          open={() => setAsking('settle')}
        />
      )}
      {item.settled && item.can.includes('settle') && (
        <Quiet
          label={t('line.bring_back')}
          name={t('line.bring_back_named', { what })}
          open={() => setAsking('bring_back')}
        />
      )}
      {asking === 'settle' && <SettleDialog item={item} what={what} close={close} />}
      {asking === 'bring_back' && <BringBackDialog item={item} what={what} close={close} />}
    </div>
  );
}

function Ways({ item, what }: { item: WorkItem; what: string }) {
  const tell = useTell();
  const [opened, setOpened] = useState<LineWay | null>(null);
  const offered = use(LineWays).filter((way) => way.offered(item));
  return (
    <>
      {offered.map((way) => (
        <Quiet
          key={way.label.vi}
          label={tell(way.label)}
          name={tell(way.named, { what })}
          open={() => setOpened(way)}
        />
      ))}
      {opened && (
        <Suspense>
          <opened.Dialog item={item} what={what} close={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}

/** The line in one breath, to tell its buttons from those of the next: “Quyết định kết nạp – Trần Quốc Toản”. */
function useName(item: WorkItem): string {
  return `${useTell()(lineName(item))} – ${item.title}`;
}

interface QuietProps {
  label: string;
  name: string;
  open: () => void;
}

function Quiet({ label, name, open }: QuietProps) {
  return (
    <UnstyledButton className={css.quiet} aria-label={name} onClick={open}>
      {label}
    </UnstyledButton>
  );
}

/** The one button that does it, red when one's own work is late; of others' work, whom it waits for. */
function Main({ item, what }: { item: WorkItem; what: string }) {
  const follows = useFollows();
  return (
    <>
      {(!item.mine || follows) && <Awaited item={item} />}
      {item.act ? (
        <Act item={item} act={item.act} what={what} />
      ) : (
        item.mine && <See item={item} what={what} />
      )}
    </>
  );
}

function Awaited({ item: { waitsFor } }: { item: WorkItem }) {
  const t = useWords(words);
  const tell = useTell();
  if (waitsFor.length === 0) return null;
  const office = waitsFor.map((label) => lowerFirst(tell(label))).join(', ');
  return <StatusMark tone="wait">{t('line.waits', { office })}</StatusMark>;
}

interface ActProps {
  item: WorkItem;
  act: NonNullable<WorkItem['act']>;
  what: string;
}

function Act({ item, act: { href, label: step }, what }: ActProps) {
  const t = useWords(words);
  const tell = useTell();
  const go = useGo();
  const { path, words: address, set } = useAddress();
  const today = useToday();
  const open = () => {
    const { routine } = wordsOf(href.split('?')[1] ?? '');
    // Routine work has its form on this very page.
    if (routine) set({ routine }, { replace: false });
    else go(errandHref(href, hrefOf(path, address)));
  };
  const late = item.mine && dueWords(item, today).late;
  const way = item.mine ? 'line.do' : 'line.do_behalf';
  // A term is no work: the button says which act ends it.
  const label = item.nature === 'term' ? t(`${way}_named`, { what: tell(step) }) : t(way);
  return (
    <Button
      variant={late ? 'filled' : 'default'}
      aria-label={item.nature === 'term' ? `${label} – ${what}` : t(`${way}_named`, { what })}
      onClick={open}
      className={css.do}
    >
      {label}
    </Button>
  );
}

/** One's own, yet nothing can be recorded now: its page tells what comes first. */
function See({ item: { href }, what }: { item: WorkItem; what: string }) {
  const t = useWords(words);
  const go = useGo();
  const { path, words: address } = useAddress();
  if (!href) return null;
  return (
    <Button
      variant="default"
      aria-label={t('line.see_named', { what })}
      onClick={() => go(errandHref(href, hrefOf(path, address)))}
      className={css.do}
    >
      {t('line.see')}
    </Button>
  );
}
