// Targets of the reader's units: what was given, what is done against the pace, and where help is needed first. Who has
// nothing below sees the own sheet at once.
import { Button } from '@mantine/core';
import { IconDownload, IconPrinter, IconTargetArrow } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { apiHref } from '../../ui/api.ts';
import { hrefOf, useAddress, useGo } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import type { PlanView } from '../view.ts';
import { type Asked, useAsked } from './asked.ts';
import { Sheet } from './sheet/Sheet.tsx';
import { PlanPaper } from './tree/PlanPaper.tsx';
import { Plan } from './tree/Plan.tsx';
import { words } from './words.ts';

export function PlansPage() {
  const t = useWords(words);
  const asked = useAsked();
  const { words: address } = useAddress();
  const { period, figure, unit, on } = asked;
  const query = useRead<PlanView>('/plans', { params: { period, figure, unit, on }, keep: true });
  if (address.print) return <PlanPaper asked={asked} />;
  const plan = query.data;
  const alone = plan && !plan.hasBelow;
  return (
    <Page
      title={alone ? plan.unit.name : t('tree.title')}
      purpose={t(alone ? 'sheet.purpose' : 'tree.purpose')}
      help={alone ? [t('sheet.help1'), t('sheet.help2'), t('sheet.help3')] : helpOf(t)}
      asOf={formatDay(on)}
      actions={plan && !alone && <Lesser plan={plan} asked={asked} />}
      action={plan && !alone && <Assign plan={plan} />}
    >
      <Loaded of={query} rows={14}>
        {(data) =>
          data.hasBelow ? (
            <Plan plan={data} asked={asked} />
          ) : (
            <Sheet
              unitId={data.unit.unitId}
              asked={{ ...asked, period: data.period.key, figure: data.figure }}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

const helpOf = (t: ReturnType<typeof useWords<typeof words>>) => [
  t('tree.help1'),
  t('tree.help2'),
  t('tree.help3'),
];

function Assign({ plan }: { plan: PlanView }) {
  const t = useWords(words);
  const go = useGo();
  const { unit, items } = plan;
  const assigns = items.some(({ can }) => can.includes('assign')) || unit.can.includes('assign_outside');
  if (unit.unitId === 0) return null;
  return (
    <Button
      variant={assigns ? 'filled' : 'default'}
      leftSection={<IconTargetArrow size={20} aria-hidden />}
      onClick={() => go(hrefOf(`/plans/${unit.unitId}/cascade`, { period: plan.period.key }))}
    >
      {t(assigns ? 'tree.assign' : 'tree.draft')}
    </Button>
  );
}

function Lesser({ plan, asked }: { plan: PlanView; asked: Asked }) {
  const t = useWords(words);
  const { set } = useAddress();
  const { on, unit } = asked;
  const { figure } = plan;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => set({ print: 'a4' }, { replace: false })}
      >
        {t('tree.print')}
      </Button>
      <Button
        component="a"
        href={apiHref('/plans.xlsx', { period: plan.period.key, figure, on, unit })}
        download
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('tree.export')}
      </Button>
    </>
  );
}
