// The state of the form of a new request: what is typed, how it starts from the list of relatives, and what is sent.
import { send } from '../../../ui/api.ts';
import type { Choice } from '../../../ui/field/LookupField.tsx';
import { useForm } from '../../../ui/form.ts';
import { newId } from '../../../ui/ids.ts';
import type { Group } from '../../kin.ts';
import { groupsOf } from '../../kin.ts';
import type { CaseView, RequestView } from '../../view.ts';
import { documentOf, refreshed } from '../request/sending.ts';
import type { PersonLine } from './PersonLines.tsx';
import { codesOf } from './place.ts';

export const freshLine = (): PersonLine => ({ id: newId(), relation: 'parents', fullName: '', bornOn: '' });

/** Those of the list who must be verified and were not asked about yet, by place. */
export const openGroups = ({ kin }: CaseView): Group[] => groupsOf((kin ?? []).filter(({ asked }) => !asked));

const initial = (today: string) => ({
  place: null as Choice | null,
  inWords: false,
  text: '',
  abroad: false,
  persons: 1 as number | null,
  people: [] as PersonLine[],
  way: 'letter',
  letterNumber: '',
  docOn: today,
  happenedOn: today,
  receivedOn: '',
  sealedOn: '',
  officerId: '',
  verifier: null as Choice | null,
  verifierIsRelative: false,
  reason: '',
});
type Values = ReturnType<typeof initial>;

/** A place of the list of relatives is known by its codes already. */
const placeOfGroup = ({ place, placeCode, oldCode }: Group): Partial<Values> =>
  placeCode
    ? { place: { value: oldCode ? `old:${oldCode}` : placeCode, label: place } }
    : { inWords: true, text: place };

const valuesOf = (group: Group | undefined): Partial<Values> =>
  group
    ? {
        ...placeOfGroup(group),
        abroad: group.abroad,
        people: group.people.map(({ relation, fullName, bornOn }) => ({
          id: newId(),
          relation,
          fullName,
          bornOn: bornOn ?? '',
        })),
      }
    : {};

interface Starting {
  about: CaseView;
  purpose: 'history' | 'police';
  group: Group | undefined;
  done: (request: RequestView) => void;
}

export function useSendForm({ about, purpose, group, done }: Starting) {
  const { dossierId, today } = about;
  const sealedOn = about.order.find(({ id }) => id === 'sealed')?.on ?? '';
  return useForm({
    initial: { ...initial(today), sealedOn, ...valuesOf(group) },
    send: (values, clientId) =>
      send<RequestView>('POST', '/verifications', { clientId, dossierId, purpose, ...bodyOf(values) }),
    refresh: refreshed,
    done,
  });
}
export type SendForm = ReturnType<typeof useSendForm>;

const orNull = (text: string): string | null => text.trim() || null;

function bodyOf(values: Values) {
  const { people, way } = values;
  return {
    place: placeOf(values),
    persons: people.length > 0 ? people.length : values.persons,
    people: people.map(({ relation, fullName, bornOn }) => ({ relation, fullName, bornOn: orNull(bornOn) })),
    way,
    letter: documentOf(values.letterNumber, orNull(values.letterNumber) ? values.docOn : ''),
    happenedOn: values.happenedOn,
    sealedOn: orNull(values.sealedOn),
    officerId: orNull(values.officerId),
    consent: orNull(values.reason) && { reason: values.reason },
    ...(way === 'member' ? goingOf(values) : { receivedOn: orNull(values.receivedOn) }),
  };
}

const placeOf = ({ inWords, place, text, abroad }: Values) =>
  inWords ? { text, abroad } : { ...codesOf(place), abroad: false };

const goingOf = ({ verifier, verifierIsRelative }: Values) => ({
  verifierId: verifier?.value ?? null,
  verifierIsRelative,
});
