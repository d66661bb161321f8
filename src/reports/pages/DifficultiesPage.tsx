// Difficulties of the work: raised by a unit, lying with a unit, within a branch – where each stands and what was answered.
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useListing } from '../../ui/list/listing.ts';
import { More } from '../../ui/list/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Failure } from '../../ui/show/Failure.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import {
  type DifficultiesAnswer,
  type DifficultiesQuery,
  type DifficultyView,
  difficultyStates,
} from '../view.ts';
import { Difficulty } from './difficulties/Difficulty.tsx';
import { RaiseDialog } from './difficulties/RaiseDialog.tsx';
import { words } from './difficulties/words.ts';
import css from './reports.module.css';
import { useReportUnit } from './unit.ts';

type Box = DifficultiesQuery['box'];

/** Who answers looks at what waits first; who only raises, at the own; others read what is within their reach. */
function useBoxes(): readonly Box[] {
  const [answers, raises] = [useCan('report.ask'), useCan('report.write')];
  if (answers) return ['here', 'own', 'below'];
  return raises ? ['own'] : ['below', 'own'];
}

export function DifficultiesPage() {
  const t = useWords(words);
  const unitId = Number(useReportUnit() ?? 0);
  if (unitId === 0) return <Empty page title={t('diff.no_unit')} />;
  return <Difficulties key={unitId} unitId={unitId} />;
}

function Difficulties({ unitId }: { unitId: number }) {
  const t = useWords(words);
  const boxes = useBoxes();
  const [raising, setRaising] = useState(false);
  const { data } = useRead<DifficultiesAnswer>('/difficulties', {
    params: { unit: unitId, box: 'own', limit: 1 },
  });
  const counts = data?.counts;
  const box = (id: Box) => ({
    id,
    label: t(`diff.${id}`),
    ...(counts ? { count: counts[id] } : {}),
    content: <Listed unitId={unitId} box={id} />,
  });
  return (
    <Page
      title={t('diff.title')}
      purpose={t('diff.purpose')}
      help={[t('diff.help1'), t('diff.help2'), t('diff.help3')]}
      {...(data?.can.includes('raise')
        ? {
            action: (
              <Button
                variant={data.counts.here > 0 ? 'default' : 'filled'}
                leftSection={<IconPlus size={20} aria-hidden />}
                onClick={() => setRaising(true)}
              >
                {t('diff.raise')}
              </Button>
            ),
          }
        : {})}
    >
      <Tabs name={t('diff.boxes')} word="box" tabs={boxes.map(box)} />
      {raising && data && (
        <RaiseDialog unitId={unitId} topics={data.topics} close={() => setRaising(false)} />
      )}
    </Page>
  );
}

function Listed({ unitId, box }: { unitId: number; box: Box }) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const state = address.state ?? '';
  const listing = useListing<DifficultyView>({
    path: '/difficulties',
    params: { unit: unitId, box, state: state || null },
  });
  const { query, items } = listing;
  return (
    <>
      <div className={`${css.bar} no-print`}>
        <NativeSelect
          label={t('diff.state')}
          data={[
            { value: '', label: t('diff.any') },
            ...(['open', ...difficultyStates] as const).map((one) => ({
              value: one,
              label: t(`diff.${one}`),
            })),
          ]}
          value={state}
          onChange={(event) => set({ state: event.currentTarget.value || null })}
        />
      </div>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting rows={5} />}
      {query.data && items.length === 0 && <Empty title={t(`diff.none_${box}`)} />}
      <ul className={css.lines}>
        {items.map((item) => (
          <Difficulty key={item.id} item={item} />
        ))}
      </ul>
      <More listing={listing} />
    </>
  );
}
