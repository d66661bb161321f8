// One measure in a list: what, who has it, by when, what came of it – and what this office may do with it.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useAct } from '../../ui/act.ts';
import { To } from '../../ui/address.tsx';
import { useConfirm } from '../../ui/Confirm.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { MeasureView } from '../view.ts';
import { ActError } from './ActError.tsx';
import { EndForm } from './EndForm.tsx';
import { useFigureName } from './figures.ts';
import css from './measure.module.css';
import { MeasureForm } from './MeasureForm.tsx';
import { words } from './words.ts';

export function MeasureLine({ item, quiet = false }: { item: MeasureView; quiet?: boolean }) {
  const figureName = useFigureName();
  return (
    <li className={css.line}>
      <div className={css.body}>
        <p className={css.what}>
          <To href={`/measures/${item.id}`}>{item.what}</To>
        </p>
        <p className={css.facts}>
          <StateMark item={item} />
          {item.figure && <span className={css.second}>{figureName(item.figure)}</span>}
        </p>
        <Owner item={item} />
        {item.outcome && <p className={css.words}>{item.outcome}</p>}
      </div>
      {!quiet && <MeasureActs item={item} />}
    </li>
  );
}

export function StateMark({ item: { state, dueOn, endedOn, lateDays } }: { item: MeasureView }) {
  const t = useWords(words);
  const day = formatDay(endedOn);
  if (state === 'done') return <StatusMark tone="done">{t('measure.done', { day })}</StatusMark>;
  if (state === 'dropped') return <StatusMark tone="ended">{t('measure.dropped', { day })}</StatusMark>;
  const due = t('measure.due', { day: formatDay(dueOn) });
  return lateDays === null ? (
    <StatusMark tone="wait">{due}</StatusMark>
  ) : (
    <StatusMark tone="act">{`${due} · ${t('measure.late', { count: lateDays })}`}</StatusMark>
  );
}

function Owner({ item: { owner, document, state } }: { item: MeasureView }) {
  const t = useWords(words);
  const tell = useTell();
  const said = [tell(owner.label), owner.holder, owner.unitName].filter(Boolean).join(', ');
  return (
    <>
      <p className={css.second}>{t('measure.owner', { owner: said })}</p>
      {document && (
        <p className={css.second}>
          <To href={`/documents/${document.id}`}>{t('measure.paper', { paper: document.label })}</To>
        </p>
      )}
      {state === 'open' && !owner.inForce && <Notice>{t('measure.owner_gone')}</Notice>}
    </>
  );
}

type Asking = 'done' | 'drop' | 'change' | null;

export function MeasureActs({ item, begin = null }: { item: MeasureView; begin?: Asking }) {
  const t = useWords(words);
  const [asking, setAsking] = useState<Asking>(begin !== null && item.can.includes(begin) ? begin : null);
  const close = () => setAsking(null);
  return (
    <div className={`${css.acts} no-print`}>
      {item.can.includes('done') && (
        <Button
          variant={item.lateDays === null ? 'default' : 'filled'}
          aria-label={t('measure.record_named', { what: item.what })}
          onClick={() => setAsking('done')}
        >
          {t('measure.record')}
        </Button>
      )}
      <More item={item} ask={setAsking} />
      {item.can.includes('reopen') && <Reopen item={item} />}
      <Asked item={item} asking={asking} close={close} />
    </div>
  );
}

function Asked({ item, asking, close }: { item: MeasureView; asking: Asking; close: () => void }) {
  if (asking === null) return null;
  if (asking !== 'change') return <EndForm item={item} as={asking} close={close} />;
  return <MeasureForm unitId={item.unitId} period={item.period} changes={item} close={close} />;
}

function More({ item, ask }: { item: MeasureView; ask: (asking: Asking) => void }) {
  const t = useWords(words);
  const withdraw = useWithdraw(item);
  if (!item.can.includes('change')) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={t('measure.more_named', { what: item.what })}>
            {t('measure.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => ask('change')}>{t('measure.change')}</Menu.Item>
          <Menu.Item onClick={() => ask('drop')}>{t('measure.drop')}</Menu.Item>
          <Menu.Item onClick={() => void withdraw.ask()}>{t('measure.withdraw')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {withdraw.error && <ActError error={withdraw.error} />}
    </>
  );
}

const stale = ['/measures', '/worklist'];

function useWithdraw({ id, what }: MeasureView) {
  const t = useWords(words);
  const confirm = useConfirm();
  const toast = useToast();
  const act = useAct({
    to: `/measures/${id}/withdraw`,
    refresh: stale,
    done: () => toast(t('measure.withdrawn')),
  });
  const ask = async () => {
    const yes = t('measure.withdraw');
    if (await confirm({ title: what, text: t('measure.withdraw_ask'), yes })) act.run();
  };
  return { ask, error: act.error };
}

function Reopen({ item: { id, what } }: { item: MeasureView }) {
  const t = useWords(words);
  const confirm = useConfirm();
  const toast = useToast();
  const act = useAct({
    to: `/measures/${id}/reopen`,
    refresh: stale,
    done: () => toast(t('measure.reopened')),
  });
  const ask = async () => {
    if (await confirm({ title: what, text: t('measure.reopen_ask'), yes: t('measure.reopen') })) act.run();
  };
  return (
    <>
      <Button
        variant="default"
        loading={act.busy}
        aria-label={t('measure.reopen_named', { what })}
        onClick={() => void ask()}
      >
        {t('measure.reopen')}
      </Button>
      {act.error && <ActError error={act.error} />}
    </>
  );
}
