// The lines of one commune, laid together by whom they are about: a person with what happened on the roll, a candidacy with all
// that was done in it. Lines come in the order of their days, and stay so.
import type {
  AbsenceLine,
  AdmissionLine,
  AttendLine,
  CaseLine,
  CaseMovedLine,
  ContactLine,
  ExemptLine,
  HelperLine,
  Line,
  LineKind,
  MemberLine,
  MoveLine,
  NoteLine,
  PassageLine,
  PersonLine,
  ProfileLine,
  RecognitionLine,
  ReturnLine,
  VerificationLine,
} from '../line.ts';

export interface CaseStory {
  begins: CaseLine;
  passages: PassageLine[];
  moves: CaseMovedLine[];
  admission: AdmissionLine | null;
  recognition: RecognitionLine | null;
  returns: ReturnLine[];
  letters: VerificationLine[];
  helpers: HelperLine[];
  notes: NoteLine[];
  contacts: ContactLine[];
  /** the class that was attended, and since when there is a certificate */
  certified: AttendLine | null;
}

export interface PersonStory {
  person: PersonLine;
  member: MemberLine | null;
  moves: MoveLine[];
  absences: AbsenceLine[];
  exempts: ExemptLine[];
  profiles: ProfileLine[];
  cases: CaseStory[];
}

export interface Stories {
  people: Map<string, PersonStory>;
  cases: Map<string, CaseStory>;
}

type Put<L extends Line = Line> = (stories: Stories, line: L) => void;

const personOf = ({ people }: Stories, id: string): PersonStory => {
  const found = people.get(id);
  if (!found) throw new Error(`nobody has been told of person ${id}`);
  return found;
};
const caseOf = ({ cases }: Stories, id: string): CaseStory => {
  const found = cases.get(id);
  if (!found) throw new Error(`case ${id} has not begun`);
  return found;
};

export const begun = (begins: CaseLine): CaseStory => ({
  begins,
  passages: [],
  moves: [],
  admission: null,
  recognition: null,
  returns: [],
  letters: [],
  helpers: [],
  notes: [],
  contacts: [],
  certified: null,
});

function begin(stories: Stories, begins: CaseLine): void {
  const story = begun(begins);
  stories.cases.set(begins.caseId, story);
  personOf(stories, begins.personId).cases.push(story);
}

const puts: { [K in Line['line']]?: Put<Extract<Line, { line: K }>> } = {
  person: ({ people }, person) =>
    people.set(person.id, {
      person,
      member: null,
      moves: [],
      absences: [],
      exempts: [],
      profiles: [],
      cases: [],
    }),
  member: (stories, line) => {
    personOf(stories, line.personId).member = line;
  },
  move: (stories, line) => personOf(stories, line.personId).moves.push(line),
  absence: (stories, line) => personOf(stories, line.personId).absences.push(line),
  exempt: (stories, line) => personOf(stories, line.personId).exempts.push(line),
  profile: (stories, line) => personOf(stories, line.personId).profiles.push(line),
  case: begin,
  passage: (stories, line) => caseOf(stories, line.caseId).passages.push(line),
  case_moved: (stories, line) => caseOf(stories, line.caseId).moves.push(line),
  admission: (stories, line) => {
    caseOf(stories, line.caseId).admission = line;
  },
  recognition: (stories, line) => {
    caseOf(stories, line.caseId).recognition = line;
  },
  return: (stories, line) => caseOf(stories, line.caseId).returns.push(line),
  verification: (stories, line) => caseOf(stories, line.caseId).letters.push(line),
  helper: (stories, line) => caseOf(stories, line.caseId).helpers.push(line),
  note: (stories, line) => caseOf(stories, line.caseId).notes.push(line),
  contact: (stories, line) => caseOf(stories, line.caseId).contacts.push(line),
  attend: (stories, line) => {
    caseOf(stories, line.caseId).certified = line;
  },
};

/** Who is told of comes before what happens to them, whatever the order of the files. */
const first: Partial<Record<Line['line'], number>> = { person: 0, member: 1, case: 2 };

export function storiesOf(lines: readonly Line[]): Stories {
  const stories: Stories = { people: new Map(), cases: new Map() };
  for (const line of lines.toSorted((a, b) => (first[a.line] ?? 3) - (first[b.line] ?? 3)))
    (puts[line.line] as Put | undefined)?.(stories, line);
  return stories;
}

export const ofKind = <K extends LineKind>(lines: readonly Line[], kind: K): Extract<Line, { line: K }>[] =>
  lines.filter((line): line is Extract<Line, { line: K }> => line.line === kind);
