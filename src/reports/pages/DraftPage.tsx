// Making a report: the live figures as the paper will show them, the words written beside, the signatory, and sending it.
import { formatDay } from '../../platform/day.ts';
import { hrefOf, useAddress, useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import type { DraftView } from '../view.ts';
import { ByRound } from './draft/ByRound.tsx';
import { ChooseDraft } from './draft/ChooseDraft.tsx';
import { words } from './draft/words.ts';
import { Writing } from './draft/Writing.tsx';
import { Files } from './Files.tsx';
import { words as listWords } from './words.ts';

export function DraftPage() {
  const t = useWords(words);
  const tList = useWords(listWords);
  const { words: address } = useAddress();
  const own = useOffice()?.unitId;
  const unitId = useUnit() ?? (own ? String(own) : null);
  const { form, period, closesOn, round } = address;
  if (!unitId) return <Empty page title={tList('list.no_unit')} />;
  if (form && period && closesOn)
    return <Draft asked={{ unit: unitId, form, period, closesOn, round: round ?? null }} />;
  if (round)
    return (
      <ByRound unit={unitId} round={round}>
        {(asked) => <Draft asked={asked} />}
      </ByRound>
    );
  return (
    <Page
      title={t('draft.title')}
      purpose={t('draft.purpose')}
      help={[t('draft.help1'), t('draft.help2'), t('draft.help3')]}
      back={{ href: hrefOf('/reports', { unit: address.unit }), label: t('report.back') }}
    >
      <ChooseDraft unitId={unitId} />
    </Page>
  );
}

export interface Asked {
  unit: string;
  form: string;
  period: string;
  closesOn: string;
  round: string | null;
}

function Draft({ asked }: { asked: Asked }) {
  const t = useWords(words);
  const tell = useTell();
  const query = useRead<DraftView>('/reports/draft', { params: { ...asked }, keep: true });
  const body = query.data?.body;
  const title = body ? `${tell(body.form.title)} · ${tell(body.periodLabel)}` : t('draft.title');
  return (
    <Page
      title={title}
      purpose={t('draft.purpose')}
      help={[t('draft.help1'), t('draft.help2'), t('draft.help3')]}
      asOf={formatDay(asked.closesOn)}
      back={{ href: hrefOf('/reports', { unit: asked.unit }), label: t('report.back') }}
      actions={body && <Files path="/reports/draft" params={{ ...asked }} />}
    >
      {query.error?.code === 'forms.unknown' ? (
        <Notice tone="act" title={t('draft.dropped')}>
          {t('draft.dropped_text')}
        </Notice>
      ) : (
        <Loaded of={query} rows={14}>
          {(draft) => (
            <Writing
              key={`${asked.unit} ${asked.form} ${asked.period} ${asked.round}`}
              draft={draft}
              asked={asked}
              again={() => void query.refetch()}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}
