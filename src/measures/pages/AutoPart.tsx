// Reminding by itself: the targets in which a unit is behind pace and a committee above wants it reminded, and the
// switch of that committee. It is a practice, off until switched on, and changes nothing about any unit.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useAct } from '../../ui/act.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import type { AutoView, RuleView } from '../view.ts';
import { sayFull } from '../../plans/pages/said.ts';
import { words as planWords } from '../../plans/pages/words.ts';
import { ActError } from './ActError.tsx';
import { figureIds, useFigureName } from './figures.ts';
import css from './measure.module.css';
import { words } from './words.ts';

export function AutoLines({ items }: { items: AutoView['items'] }) {
  const t = useWords(words);
  const say = useWords(planWords);
  const { language } = useLanguage();
  const name = useFigureName();
  return items.map((item) => (
    <Notice
      key={item.figure}
      tone="act"
      title={t('auto.line', { figure: name(item.figure), progress: sayFull(item, say, language) })}
    >
      {t('auto.by', { unit: item.by.name })}
    </Notice>
  ));
}

interface AutoRuleProps {
  unitId: number;
  /** below the page’s own heading, or below that of a part */
  heading: 'h2' | 'h3';
}

export function AutoRule({ unitId, heading }: AutoRuleProps) {
  const { data } = useRead<RuleView>('/urgings/rule', { params: { unit: unitId } });
  if (!data || (!data.on && !data.can.includes('set'))) return null;
  return <Rule key={`${data.on} ${data.figures.join(' ')}`} rule={data} heading={heading} />;
}

function Rule({ rule, heading: Heading }: { rule: RuleView; heading: AutoRuleProps['heading'] }) {
  const t = useWords(words);
  const name = useFigureName();
  const [figures, setFigures] = useState<string[]>(rule.on ? rule.figures : ['admission']);
  const set = useAct<{ unitId: number; on: boolean; figures: string[] }>({
    to: '/urgings/rule',
    refresh: ['/urgings/rule', '/urgings/auto', '/waiting'],
  });
  const mine = rule.can.includes('set');
  const same = rule.figures.toSorted().join(' ') === figures.toSorted().join(' ');
  const toggle = (id: string, on: boolean) =>
    setFigures((now) => (on ? [...now, id] : now.filter((one) => one !== id)));
  const send = (on: boolean) => set.run({ unitId: rule.unitId, on, figures });
  return (
    <section className="no-print" aria-label={t('auto.title')}>
      <Heading>{t('auto.title')}</Heading>
      <p className={css.second}>{rule.on ? t('auto.on', { day: formatDay(rule.since) }) : t('auto.off')}</p>
      <fieldset className={`${css.bar} ${css.field}`} disabled={!mine}>
        <legend>{t('auto.figures')}</legend>
        {figureIds.map((id) => (
          <Checkbox
            key={id}
            label={name(id)}
            checked={figures.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      {mine && (
        <div className={css.acts}>
          {(!rule.on || !same) && (
            <Button
              variant="default"
              disabled={figures.length === 0}
              loading={set.busy}
              onClick={() => send(true)}
            >
              {t(rule.on ? 'auto.change' : 'auto.switch_on')}
            </Button>
          )}
          {rule.on && (
            <Button variant="default" loading={set.busy} onClick={() => send(false)}>
              {t('auto.switch_off')}
            </Button>
          )}
        </div>
      )}
      {set.error && <ActError error={set.error} />}
    </section>
  );
}
