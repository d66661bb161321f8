// Which rules differ between two days at the reader's place: from what to what, and by which articles.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Day, formatDay, isDay } from '../../platform/day.ts';
import type { Regulations } from '../../rules/index.ts';
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useToday } from '../../ui/session.tsx';
import { DifferenceParts } from './compare/DifferenceParts.tsx';
import { newestPick, type Pick, picksOf } from './compare/differences.ts';
import { TextsPart } from './compare/TextsPart.tsx';
import css from './compare/compare.module.css';
import { useLaw } from '../../org/pages/law.ts';
import { useSpot } from './spot.ts';
import { LawbookNav } from './LawbookNav.tsx';
import { compareWords } from './words/compare-words.ts';

export function ComparePage() {
  const t = useWords(compareWords);
  const spot = useSpot();
  const { query, law } = useLaw();
  const days = useDays(law);
  return (
    <Page
      title={t('compare.title')}
      purpose={t('compare.purpose', {
        from: formatDay(days.from),
        to: formatDay(days.to),
        unit: spot?.name ?? t('compare.everywhere'),
      })}
      help={[t('compare.help_1'), t('compare.help_2'), t('compare.help_3')]}
    >
      <LawbookNav />
      <Loaded of={query} rows={12}>
        {() =>
          law && <Compared key={`${days.from} ${days.to}`} law={law} path={spot?.path ?? ''} {...days} />
        }
      </Loaded>
    </Page>
  );
}

interface Days {
  from: Day;
  to: Day;
}

/** From the address; else the newest change of the implementing regulation. */
function useDays(law: Regulations | undefined): Days {
  const { words } = useAddress();
  const today = useToday();
  const { from, to } = words;
  if (isDay(from) && isDay(to)) return from < to ? { from, to } : { from: to, to: from };
  return newestPick(law?.documents ?? [], today) ?? { from: today, to: today };
}

type ComparedProps = Days & { law: Regulations; path: string };

function Compared({ law, path, from, to }: ComparedProps) {
  return (
    <>
      <Choice from={from} to={to} />
      <QuickPicks law={law} from={from} to={to} />
      <TextsPart law={law} from={from} to={to} />
      <DifferenceParts law={law} path={path} from={from} to={to} />
    </>
  );
}

function Choice(days: Days) {
  const t = useWords(compareWords);
  const { set } = useAddress();
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const ready = isDay(from) && isDay(to) && from !== to;
  return (
    <form
      className={css.choice}
      onSubmit={(event) => {
        event.preventDefault();
        // The earlier day stands first, whichever was typed first.
        if (ready) set(from < to ? { from, to } : { from: to, to: from }, { replace: false });
      }}
    >
      <DayField label={t('compare.from')} value={from} onChange={setFrom} required />
      <DayField label={t('compare.to')} value={to} onChange={setTo} required />
      <Button type="submit" disabled={!ready} className={css.see}>
        {t('compare.see')}
      </Button>
    </form>
  );
}

function QuickPicks({ law, ...days }: Days & { law: Regulations }) {
  const t = useWords(compareWords);
  return (
    <nav aria-label={t('compare.quick')} className={`${css.quick} no-print`}>
      <span>{t('compare.quick')}</span>
      <Picks picks={picksOf(law.documents, 'rule_set')} {...days} />
      <details className={css.more}>
        <summary>{t('compare.quick_guidance')}</summary>
        <Picks picks={picksOf(law.documents, 'guidance')} {...days} />
        <Picks picks={picksOf(law.documents, 'working_guidance')} {...days} />
      </details>
    </nav>
  );
}

function Picks({ picks, from, to }: Days & { picks: Pick[] }) {
  const t = useWords(compareWords);
  const { words } = useAddress();
  return (
    <ul className={css.picks}>
      {picks.map((pick) => (
        <li key={pick.document}>
          <To
            href={hrefOf('/regulations/compare', {
              from: pick.from,
              to: pick.to,
              on: words.on,
              unit: words.unit,
            })}
            className={css.pick}
            aria-current={pick.from === from && pick.to === to ? 'true' : undefined}
          >
            {t('compare.pick', { ...pick, day: formatDay(pick.to) })}
          </To>
        </li>
      ))}
    </ul>
  );
}
