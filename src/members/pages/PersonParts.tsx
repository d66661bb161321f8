// The parts of a person's page that only show: facts, memberships, offices, dossiers.
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { useRead } from '../../ui/query.tsx';
import { type Fact, KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { PersonAnswer } from '../answers.ts';
import { type FieldName, personFields } from '../fields.ts';
import { useBook } from './book.ts';
import { standingTone, standingWord, wordKey } from './standing.ts';
import { words } from './words.ts';

interface PartProps {
  person: PersonAnswer;
}

/** Always shown, “chưa có thông tin” where nothing is held; the others only when something is. */
const main: FieldName[] = ['bornOn', 'sex', 'ethnicity', 'nativePlace', 'residence', 'phone', 'occupation'];
const more: FieldName[] = [
  'otherName',
  'birthPlace',
  'identityNumber',
  'education',
  'profession',
  'academicTitle',
  'politicalTheory',
  'workplace',
  'position',
  'youthUnion',
  'youthUnionOn',
  'source',
  'fileNumber',
  'badge',
  'email',
];

export function FactsPart({ person }: PartProps) {
  const t = useWords(words);
  const fact = useFieldFact(person);
  const held = more.filter((name) => person.fields[name]);
  const items = [...useStandingFacts(person), ...main.map(fact), ...held.map(fact)];
  return (
    <Panel title={t('page.person_facts')}>
      <KeyValue items={items} />
    </Panel>
  );
}

function useFieldFact({ fields, age }: PersonAnswer) {
  const t = useWords(words);
  const { language } = useLanguage();
  const book = useBook();
  return (name: FieldName): Fact => {
    const spec = personFields[name];
    const value = fields[name] ?? '';
    const shown =
      spec.kind === 'day'
        ? formatDay(value)
        : spec.kind === 'flag'
          ? value && t(value === 'true' ? 'page.yes' : 'page.no')
          : spec.catalogue
            ? book.label(spec.catalogue, value)
            : value;
    const second = name === 'bornOn' && age !== null ? t('page.years_old', { age }) : undefined;
    return { label: spec.label[language], value: shown, ...(second ? { second } : {}) };
  };
}

function useStandingFacts(person: PersonAnswer): Fact[] {
  const t = useWords(words);
  const place = person.activityUnit?.name ?? '';
  const away = place ? t('page.away_at', { place }) : t('page.away');
  const seconds = [
    person.exempt && t('page.exempt_yes'),
    person.activity === 'away' && away,
    formatDay(person.endedOn),
  ].filter(Boolean);
  const mark = <StatusMark tone={standingTone(person)}>{standingWord(person, t)}</StatusMark>;
  const road = useRoadFacts(person);
  const member = person.status === 'official' || person.status === 'probationary';
  return [
    {
      label: t('page.standing'),
      value: mark,
      ...(seconds.length > 0 ? { second: seconds.join(' · ') } : {}),
    },
    { label: t('page.unit'), value: <To href={`/units/${person.unit.id}`}>{person.unit.name}</To> },
    ...(member ? road : road.filter(({ value }) => value)),
  ];
}

function useRoadFacts({
  admittedOn,
  decidedOn,
  officialOn,
  seniority,
  cardOn,
  fields,
}: PersonAnswer): Fact[] {
  const t = useWords(words);
  const { language } = useLanguage();
  return [
    { label: t('page.decided'), value: formatDay(decidedOn) },
    { label: t('page.admitted'), value: formatDay(admittedOn) },
    { label: t('page.official'), value: formatDay(officialOn) },
    { label: t('page.seniority'), value: seniority === null ? '' : t('page.years', { years: seniority }) },
    {
      label: personFields.cardNumber.label[language],
      value: fields.cardNumber ?? '',
      ...(cardOn ? { second: t('page.card_on', { day: formatDay(cardOn) }) } : {}),
    },
  ];
}

type Membership = PersonAnswer['memberships'][number];

export function MembershipPart({ person }: PartProps) {
  const t = useWords(words);
  const word = (prefix: string, code: string | null) => {
    const key = wordKey(prefix, code);
    return key ? t(key) : '';
  };
  return (
    <Panel title={t('page.on_the_roll')}>
      <SmallTable<Membership>
        name={t('page.on_the_roll')}
        rows={person.memberships}
        keyOf={({ fromOn, kind }) => `${fromOn}${kind}`}
        columns={[
          {
            id: 'unit',
            label: t('page.unit'),
            cell: ({ unitName }) => unitName,
            second: ({ kind }) => t(`status.${kind}`),
          },
          { id: 'from', label: t('page.from'), cell: ({ fromOn }) => formatDay(fromOn) },
          { id: 'to', label: t('page.to'), cell: ({ toOn }) => formatDay(toOn) || t('page.now') },
          { id: 'began', label: t('page.began_as'), cell: ({ beganAs }) => word('began', beganAs) },
          { id: 'ended', label: t('page.ended_as'), cell: ({ endedAs }) => word('ended', endedAs) },
        ]}
        empty={{ title: t('page.membership_none') }}
      />
    </Panel>
  );
}

type Office = PersonAnswer['offices'][number];

export function OfficePart({ person }: PartProps) {
  const t = useWords(words);
  const book = useBook();
  if (person.offices.length === 0) return null;
  return (
    <Panel title={t('page.offices')}>
      <SmallTable<Office>
        name={t('page.offices')}
        rows={person.offices}
        keyOf={({ id }) => String(id)}
        columns={[
          {
            id: 'office',
            label: t('page.office'),
            cell: ({ title, kind }) => title ?? book.office(kind),
            second: ({ unitName }) => unitName,
          },
          { id: 'from', label: t('page.from'), cell: ({ fromOn }) => formatDay(fromOn) },
          { id: 'to', label: t('page.to'), cell: ({ toOn }) => formatDay(toOn) || t('page.now') },
        ]}
        empty={{ title: '' }}
      />
    </Panel>
  );
}

interface DossierLine {
  id: string;
  personId: string;
  unitName: string;
  stageOn: string | null;
  closedAs: string | null;
}

/** The dossiers of this person, found by name among those within reach. */
export function DossierPart({ person }: PartProps) {
  const t = useWords(words);
  const { data } = useRead<{ items: DossierLine[] }>('/dossiers', { params: { q: person.name, limit: 50 } });
  const own = (data?.items ?? []).filter(({ personId }) => personId === person.id);
  if (own.length === 0) return null;
  return (
    <Panel title={t('page.dossiers')}>
      <ul>
        {own.map(({ id, unitName, stageOn }) => (
          <li key={id}>
            <To href={`/dossiers/${id}`}>{t('page.open_dossier')}</To>
            {` · ${[unitName, formatDay(stageOn)].filter(Boolean).join(' · ')}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
