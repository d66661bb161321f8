// `inforce NGÀY [TÊN]`: what held on a day – rule set, guidance, texts, and every value with its clause – or the values
// whose name or label the words fit.
import { sayerOf } from '../lawbook/saying/value.ts';
import { knowingKey, knowingOf, openKey } from '../lawbook/saying/known.ts';
import { valueWords } from '../lawbook/saying/value-words.ts';
import { addDays, type Day, formatDay, formatDayLong } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import { fold } from '../platform/text.ts';
import { type Document, inForceOn, ruleSetOn } from '../rules/documents.ts';
import type { Regulations } from '../rules/index.ts';
import type { Parameter, Resolved } from '../rules/parameter.ts';
import { citedAs, readDay, shippedLaw } from './law.ts';
import { Stop, type Words } from './words.ts';

export async function inforceCommand({ rest, json }: Words): Promise<number> {
  const on = readDay(rest[0]);
  const law = shippedLaw();
  const asked = rest.slice(1).join(' ');
  const found = asked ? findRules(law, asked) : law.parameters;
  if (found.length === 0)
    throw new Stop(
      `Không có quy định nào tên “${asked}”. Bỏ trống tên để xem tất cả.`,
      `No rule is called “${asked}”. Leave the name out to see all.`,
    );
  const shown = { ...textsOf(law, on), rules: found.map((one) => ruleOf(law, one, on)) };
  console.log(json ? JSON.stringify(shown, null, 2) : sentences(shown, asked === '').join('\n'));
  return 0;
}

/** By its id; else by a part of the id or of its label, in either language, marks and capitals aside. */
function findRules({ parameters }: Regulations, asked: string): readonly Parameter[] {
  const exact = parameters.filter(({ id }) => id === asked);
  if (exact.length > 0) return exact;
  const part = fold(asked);
  return parameters.filter(({ id, label }) =>
    [id, label.vi, label.en].some((name) => fold(name).includes(part)),
  );
}

const textOf = ({ id, kind, title, in_force_from, in_force_until, confidence }: Document) => ({
  id,
  kind,
  title,
  from: in_force_from,
  until: in_force_until ?? null,
  confidence,
});

const textsOf = ({ documents, inForce }: Regulations, on: Day) => {
  const set = ruleSetOn(documents, on);
  return {
    on,
    ruleSet: set && textOf(set),
    guidance: inForce(on).guidance,
    documents: documents.filter((one) => inForceOn(one, on)).map(textOf),
  };
};

const inBoth = (say: (language: 'vi' | 'en') => string): Message => ({ vi: say('vi'), en: say('en') });

function ruleOf(law: Regulations, parameter: Parameter, on: Day) {
  const held: Resolved = law.inForce(on).value(parameter.id);
  const next = law.changesOf(parameter.id).find((day) => day > on);
  const said = (value: unknown) => inBoth((language) => sayerOf(law, language).value(parameter, value));
  const { value, readings, confidence, assumed, gap, citations, since } = held;
  const knowing = knowingOf(held);
  return {
    id: parameter.id,
    label: parameter.label,
    unit: parameter.unit,
    value,
    said: value === null ? valueWords[openKey(knowing)] : said(value),
    known: valueWords[knowingKey(knowing)] as Message,
    confidence,
    assumed,
    gap,
    since,
    until: next ? addDays(next, -1) : null,
    readings: readings.map((one) => ({ ...one, said: said(one.value) })),
    citations,
  };
}
type Shown = ReturnType<typeof textsOf> & { rules: ReturnType<typeof ruleOf>[] };

function sentences({ on, ruleSet, guidance, documents, rules }: Shown, whole: boolean): string[] {
  const set = ruleSet ? `${ruleSet.id} – ${ruleSet.title.vi}` : 'chưa có quy định nào mà Nguồn biết';
  return [
    `${on}: ${ruleSet?.id ?? 'unknown'}`,
    `${formatDayLong(on)}: ${set}${ruleSet && ruleSet.confidence !== 'S' ? ' (chưa kiểm chứng)' : ''}`,
    `Hướng dẫn: ${guidance.join('; ') || 'chưa biết'}`,
    ...(whole ? documents.map((one) => `  ${one.id}: ${one.title.vi}${spanOf(one.from, one.until)}`) : []),
    ...rules.flatMap(ruleLines),
  ];
}

const spanOf = (from: Day | null, until: Day | null): string =>
  `, ${[from && `từ ${formatDay(from)}`, until && `đến hết ${formatDay(until)}`].filter(Boolean).join(' ')}`;

function ruleLines({
  id,
  label,
  said,
  known,
  since,
  until,
  citations,
  readings,
}: Shown['rules'][number]): string[] {
  return [
    `${id}: ${said.vi} – ${label.vi}`,
    `    ${citedAs(citations) || 'chưa có căn cứ của ngày này'}; ${known.vi}${since ? spanOf(since, until) : ''}`,
    ...readings.map((one) => `    ${readings.length > 1 ? 'cách hiểu ' : ''}${one.label}: ${one.said.vi}`),
  ];
}
