// Everything on the time line day after day, for the table and for a narrow screen: what was recorded, the rules that
// came into force, today, what is due, what may be done when.
import { type Day, earliest, formatDay } from '../../../platform/day.ts';
import type { Article } from '../../../ui/show/ReasonCard.tsx';
import type { Tone } from '../../../ui/show/Shape.tsx';
import type { ClockView, DossierView } from '../../../road/view.ts';
import { longDay } from '../../../wording/due.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import type { AheadGroup, DatedAct, TimeParts } from './parts.ts';
import { clockSaid, lawArticle, lawOfDay, stepLines, waitSaid } from './said.ts';
import { timeWords as words } from './words.ts';

export interface Entry {
  id: string;
  kind: 'law' | 'act' | 'today' | 'ahead' | 'due';
  /** by which it is ordered */
  sort: Day;
  on: string;
  mark: { word: string; tone: Tone };
  titles: string[];
  second: string[];
  articles: Article[];
}

/** On one day: the rules first, then what was done, then what is to come. */
const order: Entry['kind'][] = ['law', 'act', 'today', 'ahead', 'due'];
const never = '9999-12-31';

export function entriesOf(dossier: DossierView, parts: TimeParts, speech: Speech): Entry[] {
  const { acts, running, ahead } = parts;
  const entries = [
    ...acts.map((act) => actEntry(act, speech)),
    ...lawEntries(parts, speech),
    ...(parts.open ? [todayEntry(parts.now, speech)] : []),
    ...running.map((clock) => dueEntry(clock, dossier.today, speech)),
    ...ahead.map((group, index) =>
      aheadEntry(group, index === ahead.length - 1 ? dossier.ahead : null, { today: parts.now, speech }),
    ),
  ];
  return entries.toSorted((a, b) =>
    a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind),
  );
}

function actEntry(act: DatedAct, speech: Speech): Entry {
  const failed = act.passed === false;
  const law = lawOfDay(act, speech);
  return {
    id: act.entry,
    kind: 'act',
    sort: earliest(act.happenedOn),
    on: formatDay(act.happenedOn),
    mark: {
      word: speech.tell(words[failed ? 'entry.failed' : 'entry.act']),
      tone: failed ? 'act' : 'plain',
    },
    titles: [speech.tell(act.label)],
    second: [],
    articles: law ? [law] : [],
  };
}

/** Those that came into force while the case ran, or still before its goal. */
function lawEntries({ acts, laws, now }: TimeParts, { tell }: Speech): Entry[] {
  const first = acts.map(({ happenedOn }) => earliest(happenedOn)).toSorted()[0] ?? now;
  return laws
    .filter(({ in_force_from }) => in_force_from > first)
    .map((document) => ({
      id: document.id,
      kind: 'law' as const,
      sort: document.in_force_from,
      on: formatDay(document.in_force_from),
      mark: { word: tell(words['entry.new_law']), tone: 'plain' as const },
      titles: [tell(words['entry.in_force'], { document: document.id })],
      second: [],
      articles: [lawArticle(document)],
    }));
}

const todayEntry = (now: Day, { tell }: Speech): Entry => ({
  id: 'today',
  kind: 'today',
  sort: now,
  on: tell(longDay(now)),
  mark: { word: tell(words['entry.today']), tone: 'plain' },
  titles: [],
  second: [],
  articles: [],
});

function dueEntry(clock: ClockView, today: Day, speech: Speech): Entry {
  const { name, due, late, from, more, articles } = clockSaid(clock, today, speech);
  const word = late ? 'entry.late' : clock.duty ? 'entry.due' : 'entry.term';
  return {
    id: `${clock.id}${clock.startsOn}${clock.place}`,
    kind: 'due',
    sort: clock.dueOn ?? never,
    on: due,
    mark: { word: speech.tell(words[word]), tone: late ? 'act' : 'wait' },
    titles: [name],
    second: [from, ...more],
    articles,
  };
}

interface Telling {
  today: Day;
  speech: Speech;
}

function aheadEntry(group: AheadGroup, last: DossierView['ahead'], { today, speech }: Telling): Entry {
  const { tell } = speech;
  const free = group.on === today;
  const goal = last?.reachedOn === group.on;
  const wait = group.waitsFor && waitSaid(group.waitsFor, speech);
  return {
    id: `ahead${group.on}`,
    kind: 'ahead',
    sort: group.on,
    on: tell(longDay(group.on)),
    mark: { word: tell(words[free ? 'entry.free' : goal ? 'entry.goal' : 'entry.ahead']), tone: 'wait' },
    titles: stepLines(group, today, speech),
    second: wait ? [wait.text] : [],
    articles: wait?.articles ?? [],
  };
}
