// The outlook on the sheet of a unit: chance and interval, why, and which work would help most.
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../../../platform/day.ts';
import { type ApiError, get } from '../../../ui/api.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatTenths } from '../../../ui/numbers.ts';
import { Panel } from '../../../ui/show/Panel.tsx';
import { To } from '../../../ui/address.tsx';
import type { OutlookLine, OutlookRaise, OutlookView } from '../../outlook/view.ts';
import { Groups } from './Groups.tsx';
import { againWhile } from './lines.ts';
import css from './Outlook.module.css';
import { sayPercent } from './said.ts';
import { words } from './words.ts';

interface PartProps {
  unitId: number;
  period: string;
  figure?: string;
  on?: string;
}

export function OutlookPart({ unitId, period, figure = 'admission', on }: PartProps) {
  const t = useWords(words);
  const path = `/outlook/${unitId}`;
  const params = { period, ...(on ? { on } : {}) };
  const query = useQuery<OutlookView, ApiError>({
    queryKey: [path, params],
    queryFn: ({ signal }) => get<OutlookView>(path, params, signal),
    enabled: figure === 'admission',
    refetchInterval: ({ state: { data } }) => againWhile(data && !data.ready),
  });
  if (figure !== 'admission') return null;
  return (
    <Panel title={t('title')} second={t('second')}>
      <Loaded of={query} rows={4}>
        {(view) => <Answer view={view} />}
      </Loaded>
    </Panel>
  );
}

function Answer({ view }: { view: OutlookView }) {
  const t = useWords(words);
  const { line, groups, raise, comers, learned, ready } = view;
  return (
    <>
      <Head line={line} />
      {line.why !== 'over' && line.why !== 'future' && (
        <>
          <h3 className={css.part}>{t('groups')}</h3>
          <Groups groups={groups} on={view.on} />
          {comers !== null && comers > 0 && <p className={css.note}>{t('comers', { count: comers })}</p>}
        </>
      )}
      <Acts acts={raise} />
      {line.low !== null && (
        <p className={css.note}>
          {t('learned', {
            count: learned.admissions,
            periods: learned.periods,
            day: formatDay(learned.until),
          })}
        </p>
      )}
      {!ready && line.why !== 'reckoning' && <p className={css.note}>{t('not_ready')}</p>}
    </>
  );
}

function Head({ line }: { line: OutlookLine }) {
  const t = useWords(words);
  const { low, high } = line;
  return (
    <div className={css.head}>
      {line.percent !== null && (
        <div>
          <span className={css.chance}>{sayPercent(line.percent, t)}</span>
          {t('chance', { target: line.target ?? 0 })}
        </div>
      )}
      <ul className={css.facts}>
        {line.why !== null && <li>{t(`because.${line.why}`, { done: line.done })}</li>}
        {low !== null && high !== null && (
          <li>
            {low === high ? t('interval_one', { low }) : t('interval', { low, high })}
            <span className={css.quiet}> · {t('interval_means')}</span>
          </li>
        )}
        {line.linear !== null && <li>{t('linear', { count: formatTenths(line.linear) })}</li>}
      </ul>
    </div>
  );
}

function Acts({ acts }: { acts: OutlookRaise[] }) {
  const t = useWords(words);
  const tell = useTell();
  if (acts.length === 0) return null;
  return (
    <>
      <h3 className={css.part}>{t('raise')}</h3>
      <ol className={css.acts}>
        {acts.map((act) => {
          const name = act.name ?? '';
          const said = { cases: act.cases, name, day: formatDay(act.on), step: tell(act.label) };
          return (
            <li key={`${act.kind} ${act.step} ${name} ${act.href}`}>
              <To href={act.href}>{t(`raise.${act.kind}`, said)}</To>{' '}
              {act.points !== null && (
                <span className={css.points}>{t('raise.points', { points: act.points })}</span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
