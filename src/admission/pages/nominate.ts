// The state of the nomination form: the person, the cell, the answers of the first step, and what to do when somebody
// alike is already recorded.
import type { RefObject } from 'react';
import type { Input, Step } from '../../rules/index.ts';
import { type ApiError, send } from '../../ui/api.ts';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice, useSession } from '../../ui/session.tsx';
import { useUnit } from '../../ui/address.tsx';
import { isOffered } from '../../road/inputs.ts';
import { firstStep } from '../../road/road.ts';
import type { AlikeView, DossierView, NominateBody } from '../../road/view.ts';
import { useBook } from '../../road/pages/book.ts';
import type { Asked } from '../../road/pages/step/asked.ts';
import { isAnswered, nameOf, sendInputs, startValues, type Values } from '../../road/pages/step/values.ts';
import { words } from './words.ts';

export interface GoesOn {
  sure?: true;
  personId?: string;
  /** why somebody is nominated whom the rules of the day still hold back */
  consent?: { reason: string };
}
interface NominateSpec {
  /** set when the reader has looked at the alike persons */
  goesOn: RefObject<GoesOn>;
  done: (dossier: DossierView) => void;
}
export type NominateState = ReturnType<typeof useNominate>;

interface Cell {
  id: number;
  name: string;
  kind: string;
}

export function useNominate({ goesOn, done }: NominateSpec) {
  const t = useWords(words);
  const { profile, today } = useSession();
  const office = useOffice()?.kind;
  const cells = useCells();
  const chosen = useUnit() ?? '';
  const step = useFirstStep();
  const inputs = step.inputs.filter((input) => isOffered(input, profile));
  const only = cells.length === 1 ? String(cells[0]?.id) : '';
  const behalf = isBehalf(step, office);
  const form = useForm<Values, DossierView>({
    initial: {
      fullName: '',
      bornOn: '',
      sex: '',
      unitId: chosen,
      happenedOn: today,
      'onBehalf.number': '',
      'onBehalf.on': '',
      ...startValues(inputs, {}),
    },
    draft: 'dossier.new',
    check: (values) => ({
      fullName: String(values.fullName).trim().includes(' ') ? null : t('nominate.need_name'),
      unitId: only || values.unitId ? null : t('nominate.need_cell'),
      ...unanswered(inputs, values, t('nominate.need_answer')),
    }),
    send: (values, clientId) => {
      const nominated = nomination(values, sendInputs(inputs, values), only);
      const body = { clientId, ...nominated, ...(behalf ? { onBehalf: behalfOf(values) } : {}) };
      return send<DossierView>('POST', '/dossiers', { ...body, ...goingOn(goesOn.current) });
    },
    refresh: ['/dossiers', '/people', '/worklist'],
    done,
  });
  const unit = cellOf(cells, only || form.values.unitId);
  const asked: Asked = { on: String(form.values.happenedOn), unit, dossier: null, share: null };
  return { form, cells, inputs, behalf, asked, cell: unit.name, agreed: form.values.agreed === true };
}

/** The form stands only where the regulations are already loaded. */
function useFirstStep(): Step {
  const step = useBook()?.stepOf(firstStep);
  if (!step) throw new Error(`no step ${firstStep} in the regulations`);
  return step;
}

export const alikeOf = (error: ApiError | null): AlikeView | null =>
  error?.code === 'admission.alike' ? (error.details as AlikeView) : null;

/** Somebody already recorded is named by id; then no new person comes with the nomination. */
const goingOn = (way: GoesOn) => (way.personId ? { ...way, person: undefined } : way);

function unanswered(inputs: readonly Input[], values: Values, text: string) {
  const empty = inputs.filter((input) => input.required && !isAnswered(input, values[nameOf(input)] ?? null));
  return Object.fromEntries(empty.map((input) => [nameOf(input), text]));
}

/** Cells where this office may nominate somebody; a secretary has one. */
function useCells(): Cell[] {
  return useRead<{ items: Cell[] }>('/dossiers/cells').data?.items ?? [];
}

const cellOf = (cells: readonly Cell[], id: unknown): Asked['unit'] =>
  cells.find((one) => String(one.id) === id) ?? { id: 0, name: '' };

/** Who takes the step is said by the procedure; another office enters it from the minutes. */
export const isBehalf = (step: Pick<Step, 'actor' | 'on_behalf'>, office: string | undefined): boolean =>
  office !== undefined && !step.actor.includes(office) && step.on_behalf.includes(office);

const behalfOf = (values: Values) => ({
  number: String(values['onBehalf.number']).trim(),
  on: String(values['onBehalf.on']),
});

/** Until the person agreed, only the name leaves this device. */
export function nomination(
  values: Values,
  inputs: Record<string, unknown>,
  onlyCell: string,
): Omit<NominateBody, 'clientId'> {
  const fullName = String(values.fullName).trim();
  const more =
    inputs.agreed === true ? { bornOn: String(values.bornOn) || null, sex: String(values.sex) || null } : {};
  return {
    person: { fullName, ...more },
    unitId: Number(onlyCell || values.unitId),
    happenedOn: String(values.happenedOn),
    inputs,
  };
}
