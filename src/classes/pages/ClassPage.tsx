// One class from its plan to its certificates: plan, trainees, attendance, certificates – as far as the reader's part goes.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { To, useAddress, useParam } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import type { ClassView } from '../view.ts';
import { AttendTab } from './attend/AttendTab.tsx';
import { CertifyTab } from './certify/CertifyTab.tsx';
import { PeopleTab } from './people/PeopleTab.tsx';
import { PlanForm } from './plan/PlanForm.tsx';
import { PlanTab } from './plan/PlanTab.tsx';
import { words } from './words.ts';

export function ClassPage() {
  const id = useParam('id');
  const query = useRead<ClassView>(`/classes/${id}`, { carry: true });
  const { words: address, set } = useAddress();
  return (
    <Loaded of={query} rows={10} page>
      {(view) =>
        address.edit && view.can.includes('change') ? (
          <PlanForm of={view} close={() => set({ edit: null })} />
        ) : (
          <Whole view={view} />
        )
      }
    </Loaded>
  );
}

function Whole({ view }: { view: ClassView }) {
  const t = useWords(words);
  const leads = view.can.includes('attend');
  const people = view.enrolled + view.waiting + view.proposed + view.sent;
  const tabs = [
    { id: 'plan', label: t('tab.plan'), content: <PlanTab view={view} /> },
    {
      id: 'people',
      label: t('tab.people'),
      ...(leads ? { count: people } : {}),
      content: <PeopleTab view={view} />,
    },
    ...(leads ? [{ id: 'attend', label: t('tab.attend'), content: <AttendTab view={view} /> }] : []),
    {
      id: 'certify',
      label: t('tab.certify'),
      ...(leads ? { count: view.certified } : {}),
      content: <CertifyTab view={view} />,
    },
  ];
  return (
    <Page
      title={view.label}
      purpose={t('class.purpose', { sort: t(`sort.${view.sort}`), centre: view.centreName })}
      help={[t('class.help1'), t('class.help2'), t('class.help3')]}
      back={{ href: '/classes', label: t('class.back') }}
      actions={<PrintLink id={view.id} />}
    >
      {view.calledOffOn && (
        <Notice tone="act">{t('class.called_off_on', { day: formatDay(view.calledOffOn) })}</Notice>
      )}
      <Tabs name={t('class.parts')} tabs={tabs} />
    </Page>
  );
}

function PrintLink({ id }: { id: string }) {
  const t = useWords(words);
  return (
    <Button
      component={To}
      href={`/classes/${id}/print?what=list`}
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
    >
      {t('class.print_list')}
    </Button>
  );
}
