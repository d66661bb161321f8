// The sheet of one unit: its target, where it stands, what is left by when, and who and which step is next.
import { formatDay } from '../../platform/day.ts';
import { hrefOf, useParam } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import type { SheetView } from '../view.ts';
import { type Asked, carried, useAsked } from './asked.ts';
import { SheetBody } from './sheet/Sheet.tsx';
import { words } from './words.ts';

export function UnitPlanPage() {
  const id = useParam('unit');
  const t = useWords(words);
  const asked = useAsked();
  const { period, on } = asked;
  const query = useRead<SheetView>(`/plans/${id}`, { params: { period, on }, keep: true });
  const name = query.data?.unit.name ?? t('sheet.back');
  return (
    <Page
      title={name}
      purpose={t('sheet.purpose')}
      help={[t('sheet.help1'), t('sheet.help2'), t('sheet.help3')]}
      asOf={formatDay(on)}
      back={backOf(query.data, asked, t)}
    >
      <Loaded of={query} rows={14} page>
        {(data) => <SheetBody sheet={data} asked={asked} />}
      </Loaded>
    </Page>
  );
}

/** Back to the unit above, in the same period and figure. */
function backOf(sheet: SheetView | undefined, asked: Asked, t: ReturnType<typeof useWords<typeof words>>) {
  const above = sheet?.unit.above.at(-1);
  const href = hrefOf('/plans', { ...carried(asked), unit: above ? String(above.id) : null, on: asked.on });
  return { href, label: above ? t('sheet.back_to', { name: above.name }) : t('sheet.back') };
}
