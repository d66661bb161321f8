// The state of a step form: its answers, the judgement of them while typing, and the write.
import { useMemo } from 'react';
import type { Input, Step } from '../../../rules/procedure.ts';
import type { Verdict } from '../../../rules/verdict.ts';
import { send } from '../../../ui/api.ts';
import { type Problems, useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useRefresh } from '../../../ui/query.tsx';
import { isOffered } from '../../inputs.ts';
import type { ActView, ChangedView, DossierView } from '../../view.ts';
import { useBook } from '../book.ts';
import { ballotFault, shareOf } from './ballot.ts';
import type { BallotTyped } from './ballot.ts';
import { useJudged } from './judged.ts';
import { answersOf, knownAnswers } from './known.ts';
import {
  type DocumentTyped,
  isAnswered,
  isShown,
  nameOf,
  sendInputs,
  startValues,
  type Typed,
  type Values,
} from './values.ts';
import { formWords } from './words.ts';

export interface StepFormSpec {
  dossier: DossierView;
  step: Step;
  onBehalf: boolean;
  /** the act that is being corrected; absent for a new one */
  correcting?: ActView;
  /** answers that came with the link, e.g. the place that replied */
  given?: Record<string, string>;
  done: (dossier: DossierView, rejudged: string[]) => void;
}
export type StepFormState = ReturnType<typeof useStepForm>['form'];

/** Reasons are read by people; a word is none. The server asks for the same length. */
const leastReason = 5;

export function useStepForm(spec: StepFormSpec) {
  const { dossier, step, correcting } = spec;
  const t = useWords(formWords);
  const tell = useTell();
  const refresh = useRefresh();
  const initial = useStart(spec);
  const kept = useMemo(
    () => step.inputs.filter((input) => isOffered(input, dossier.profile)),
    [step, dossier.profile],
  );
  const form = useForm<Values, DossierView | ChangedView>({
    initial,
    draft: `dossier.${dossier.id}.${step.id}${correcting ? `.${correcting.entry}` : ''}`,
    check: (values) => ({
      ...missingAnswers(kept, values, (input) => t('form.required', { label: tell(input.label) })),
      ...halfDocuments(kept, values, (input) => t('form.document_half', { label: tell(input.label) })),
      ...ballotFaults(kept, values),
      ...(needsReason && String(values['consent.reason']).trim().length < leastReason
        ? { 'consent.reason': t('form.consent_short') }
        : {}),
    }),
    send: async (values, clientId) => {
      try {
        return await send('POST', pathOf(spec), { clientId, ...bodyOf(spec, kept, values) });
      } catch (error) {
        // A stale page asks for the present state again; what was typed stays.
        await refresh(`/dossiers/${dossier.id}`);
        throw error;
      }
    },
    refresh: ['/dossiers', '/people'],
    done: (out) => ('dossier' in out ? spec.done(out.dossier, out.rejudged) : spec.done(out, [])),
  });
  const typed = useMemo(
    () => ({
      step: step.id,
      happenedOn: String(form.values.happenedOn ?? ''),
      inputs: sendInputs(kept, form.values),
    }),
    [step.id, kept, form.values],
  );
  const { verdict, judging } = useJudged(dossier, typed, correcting);
  const needsReason = asksReason(verdict);
  return {
    form,
    shown: kept.filter((input) => isShown(input, kept, form.values)),
    share: shareFrom(verdict),
    verdict,
    judging,
    needsReason,
  };
}

function useStart({ dossier, step, correcting, given }: StepFormSpec): Values {
  const book = useBook();
  return useMemo(() => {
    const known = correcting
      ? answersOf(correcting, step.inputs, dossier.papers)
      : knownAnswers(dossier, step.inputs, (id) => book?.stepOf(id));
    return { ...frameValues(dossier, correcting), ...startValues(step.inputs, { ...known, ...given }) };
    // The form starts once; later versions of the dossier must not wipe what is being typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [step.id, correcting?.entry]);
}

/** What every step asks beside its own inputs. */
const frameValues = (dossier: DossierView, act: ActView | undefined): Values => ({
  happenedOn: act ? (act.happenedOn ?? '') : dossier.today,
  'onBehalf.number': '',
  'onBehalf.on': '',
  'consent.reason': act?.consentReason ?? '',
  'correction.reason': '',
});

export const asksReason = (verdict: Verdict | null): boolean => verdict?.outcome === 'unverified';

export const shareFrom = (verdict: Verdict | null) =>
  shareOf(verdict?.reasons.find((reason) => reason.guard === 'share')?.threshold);

const pathOf = ({ dossier, correcting }: StepFormSpec) =>
  `/dossiers/${dossier.id}/acts${correcting ? `/${correcting.entry}/correct` : ''}`;

/** What is sent. */
export function bodyOf(
  spec: Pick<StepFormSpec, 'dossier' | 'step' | 'onBehalf' | 'correcting'>,
  inputs: readonly Input[],
  values: Values,
) {
  const reason = String(values['consent.reason'] ?? '').trim();
  const common = {
    version: spec.dossier.version,
    step: spec.step.id,
    happenedOn: String(values.happenedOn ?? ''),
    inputs: sendInputs(inputs, values),
    ...(reason.length >= leastReason ? { consent: { reason } } : {}),
  };
  if (spec.correcting) return { ...common, reason: String(values['correction.reason'] ?? '').trim() };
  if (!spec.onBehalf) return common;
  return {
    ...common,
    onBehalf: { number: String(values['onBehalf.number']).trim(), on: String(values['onBehalf.on']) },
  };
}

function missingAnswers(
  inputs: readonly Input[],
  values: Values,
  say: (input: Input) => string,
): Problems<Values> {
  const needed = inputs.filter((input) => input.required && isShown(input, inputs, values));
  const empty = needed.filter((input) => !isAnswered(input, values[nameOf(input)] ?? (null as Typed)));
  return Object.fromEntries(empty.map((input) => [nameOf(input), say(input)]));
}

/** A document names itself: a number without its day, or a day alone, is no document. */
function halfDocuments(
  inputs: readonly Input[],
  values: Values,
  say: (input: Input) => string,
): Problems<Values> {
  const documents = inputs.filter((input) => input.kind === 'document' && isShown(input, inputs, values));
  const half = documents.filter((input) => isHalf(values[nameOf(input)] as DocumentTyped));
  return Object.fromEntries(half.map((input) => [nameOf(input), say(input)]));
}

const isHalf = ({ number, on, by }: DocumentTyped) =>
  [number, on, by].some((part) => part.trim() !== '') && (number.trim() === '' || on === '');

/** Numbers that cannot be are said by the ballot itself; here they only hold the form back. */
function ballotFaults(inputs: readonly Input[], values: Values): Problems<Values> {
  const ballots = inputs.filter((input) => input.kind === 'ballot');
  const faulty = ballots.filter((input) => ballotFault(values[nameOf(input)] as BallotTyped) !== null);
  return Object.fromEntries(faulty.map((input) => [nameOf(input), input.label.vi]));
}
