// What stands out, one sentence each with its number; the number opens, and the units that are meant can be shown.
import { UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import { To } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { Shape } from '../../ui/show/Shape.tsx';
import type { OverviewView, Standout } from '../view.ts';
import { words } from '../words.ts';
import { useBack } from './OpenNumber.tsx';
import { type Say, useUnitHref } from './parts.ts';
import css from './overview.module.css';

export function Standouts({ view: { standouts, unit } }: { view: OverviewView }) {
  const t = useWords(words);
  return (
    <Panel title={t('out.title')} second={t('out.second')}>
      {standouts.length === 0 ? (
        <p>{t('out.none')}</p>
      ) : (
        <ul className={css.outs}>
          {standouts.map((one) => (
            <li key={one.id} className={css.out}>
              <span className={css.shape}>
                <Shape tone={one.tone} size={16} />
              </span>
              {unit?.cell ? <OfCell of={one} /> : <OfBranch of={one} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const own = ['idle', 'thin', 'no_source', 'untyped'] as const;
type Own = (typeof own)[number];
const isOwn = (id: string): id is Own => own.includes(id as Own);

/** Of the cell itself nothing is counted. */
function OfCell({ of }: { of: Standout }) {
  const t = useWords(words);
  const back = useBack();
  if (!isOwn(of.id)) return <OfBranch of={of} />;
  return (
    <p>
      {t(`own.${of.id}`, of.params)}{' '}
      {of.href && of.id === 'no_source' && <To href={back(of.href)}>{t('own.open')}</To>}
    </p>
  );
}

function OfBranch({ of }: { of: Standout }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const back = useBack();
  const id = useId();
  const [open, setOpen] = useState(false);
  const count = formatNumber(of.count, language);
  return (
    <div>
      <p>
        <strong className={css.count}>
          {of.href ? (
            <To href={back(of.href)} aria-label={labelOf(of, t)}>
              {count}
            </To>
          ) : (
            count
          )}
        </strong>{' '}
        {t(`out.${of.id}`, of.params)}
        {of.units.length > 0 && (
          <UnstyledButton
            className={`${css.key} no-print`}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={`${t(open ? 'out.units_close' : 'out.units')}: ${count} ${t(`out.${of.id}`, of.params)}`}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'out.units_close' : 'out.units')}
          </UnstyledButton>
        )}
      </p>
      {open && <Named id={id} of={of} />}
    </div>
  );
}

const labelOf = (of: Standout, t: Say): string =>
  t('over.open', { what: t(`out.${of.id}`, of.params), count: of.count });

function Named({ id, of: { units, more } }: { id: string; of: Standout }) {
  const t = useWords(words);
  const hrefFor = useUnitHref();
  return (
    <ul id={id} className={css.named}>
      {units.map((unit) => (
        <li key={unit.id}>
          <To href={hrefFor(unit.id)}>{unit.name}</To>
        </li>
      ))}
      {more > 0 && <li>{t('out.more', { count: more })}</li>}
    </ul>
  );
}
