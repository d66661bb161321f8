// A village is listed, gets another name, meets in a cell, is no longer there – or the last record of it was a mistake.
import { NativeSelect, Select, TextInput } from '@mantine/core';
import type { UnitItem } from '../../org/answers.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { NumberField } from '../../ui/field/NumberField.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { villageKindIds, villageKinds } from '../area.ts';
import type { AreaView, VillageView } from '../view.ts';
import { usePlaceForm } from './mark-forms.tsx';
import { words } from './words.ts';

interface FormProps {
  area: AreaView;
  village: VillageView;
  close: () => void;
}

export function VillageForm({
  area,
  village,
  close,
}: Omit<FormProps, 'village'> & { village: VillageView | null }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const today = useToday();
  const form = usePlaceForm(
    { area, close },
    {
      initial: { name: village?.name ?? '', kind: village?.kind ?? villageKindIds[0], on: today },
      to: () => 'villages',
      bodyOf: (values) => ({ ...values, villageId: village?.id ?? null }),
    },
  );
  return (
    <Dialog title={village ? `${t('part.rename')} – ${village.name}` : t('part.add_village')} onClose={close}>
      <FormFrame form={form} submit={t('form.save')} cancel={close}>
        <NativeSelect
          label={t('form.kind')}
          data={villageKindIds.map((kind) => ({ value: kind, label: villageKinds[kind][language] }))}
          {...form.text('kind')}
        />
        <TextInput
          label={t('form.name')}
          description={t('form.name_hint')}
          required
          maxLength={80}
          {...form.text('name')}
        />
        <DayField label={t('form.from')} required max={today} {...form.field('on')} />
      </FormFrame>
    </Dialog>
  );
}

const isCell = ({ kind }: UnitItem): boolean => kind === 'cell' || kind === 'base_cell';

export function MeetsForm({ area, village, close }: FormProps) {
  const t = useWords(words);
  const today = useToday();
  const units = useRead<{ items: UnitItem[] }>('/units', { params: { on: today } }).data?.items ?? [];
  const above = units.find(({ id }) => id === area.unitId)?.path ?? '?';
  const initial: { cell: string | null; full: number | null; on: string } = {
    cell: village.meets?.cell ? String(village.meets.cell.id) : null,
    full: village.meets?.fullMembers ?? null,
    on: today,
  };
  const form = usePlaceForm(
    { area, close },
    {
      initial,
      to: () => 'meets',
      bodyOf: ({ cell, full, on }) => ({
        villageId: village.id,
        cellId: cell === null ? null : Number(cell),
        fullMembers: full,
        on,
      }),
    },
  );
  return (
    <Dialog title={`${t('part.meets')} – ${village.name}`} onClose={close}>
      <FormFrame form={form} submit={t('form.save')} cancel={close}>
        <Select
          label={t('form.cell')}
          placeholder={t('form.cell_none')}
          data={units
            .filter((unit) => isCell(unit) && unit.path.startsWith(above))
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('form.cell_none') }}
          {...form.field('cell')}
        />
        <NumberField
          label={t('form.full')}
          description={t('form.full_hint')}
          max={10_000}
          {...form.field('full')}
        />
        <DayField label={t('form.from')} required min={village.from} max={today} {...form.field('on')} />
      </FormFrame>
    </Dialog>
  );
}

export function EndVillageForm({ area, village, close }: FormProps) {
  const t = useWords(words);
  const today = useToday();
  const form = usePlaceForm(
    { area, close },
    { initial: { on: today }, to: () => 'villages/end', bodyOf: ({ on }) => ({ villageId: village.id, on }) },
  );
  return (
    <Dialog title={`${t('part.end')} – ${village.name}`} onClose={close}>
      <FormFrame form={form} submit={t('form.save')} cancel={close}>
        <p>{t('form.ends_ask')}</p>
        <DayField label={t('form.from')} required min={village.from} max={today} {...form.field('on')} />
      </FormFrame>
    </Dialog>
  );
}

/** The last thing recorded: its cell, else its name. */
export function BackForm({ area, village, close }: FormProps) {
  const t = useWords(words);
  const entry = village.meets?.entry ?? village.entry;
  const form = usePlaceForm(
    { area, close },
    { initial: {}, to: () => 'withdraw', bodyOf: () => ({ entry }) },
  );
  return (
    <Dialog title={`${t('part.back')} – ${village.name}`} onClose={close}>
      <FormFrame form={form} submit={t('part.back')} cancel={close}>
        <p>{village.meets ? t('form.back_meets') : t('form.back_village')}</p>
      </FormFrame>
    </Dialog>
  );
}
