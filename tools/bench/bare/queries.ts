// The bare minimum: what a page cannot do without, as hand-written SQL on the same rows. No session, no reach, no true counts, no
// rules, no words: what a page costs beyond this is what Nguồn adds.
export interface BareQuery {
  text: string;
  /** from the words of the address, in order */
  values: readonly string[];
}

const below = `u.path like $1 || '%'`;

export const queries: Record<string, BareQuery> = {
  /** nothing but the way there and back */
  nothing: { text: 'select 1 as one', values: [] },
  people: {
    text: `select p.id, p.full_name, p.status, p.sex, p.born_on, p.admitted_on, p.official_on, p.occupation, p.position, p.exempt,
      p.activity, u.id as unit_id, u.name as unit_name from person p join unit u on u.id = p.unit_id
      where ${below} and p.status in ('official', 'probationary') order by p.sort_key, p.id limit 50`,
    values: ['path'],
  },
  search: {
    text: `select p.id, p.full_name, p.status, p.born_on, u.id as unit_id, u.name as unit_name
      from person p join unit u on u.id = p.unit_id
      where ${below} and p.status in ('official', 'probationary')
        and p.id in (select w.person_id from person_word w where w.suffix like $2 || '%') order by p.sort_key, p.id limit 50`,
    values: ['path', 'q'],
  },
  person: {
    text: `select row_to_json(p) as person, u.name as unit_name,
      (select json_agg(l order by l.version) from ledger l where l.stream = 'person:' || $1) as entries
      from person p join unit u on u.id = p.unit_id where p.id = $1::uuid`,
    values: ['id'],
  },
  dossier: {
    text: `select row_to_json(d) as dossier, u.name as unit_name,
      (select json_agg(l order by l.version) from ledger l where l.stream = 'dossier:' || $1) as entries
      from dossier d join unit u on u.id = d.unit_id where d.id = $1::uuid`,
    values: ['id'],
  },
  units: {
    text: `select u.id, u.parent_id, u.name, u.kind, u.type, u.founded_on, u.ended_on from unit u where ${below} order by u.path`,
    values: ['path'],
  },
  /** members by unit directly below, on a day, from the dated memberships */
  members: {
    text: `select split_part(substr(u.path, length($1) + 1), '/', 1) as child, count(*)::int as members
      from membership m join unit u on u.id = m.unit_id
      where ${below} and m.from_on <= $2 and (m.to_on is null or m.to_on > $2) group by 1`,
    values: ['path', 'on'],
  },
  records: {
    text: `select m.person_id, m.from_on, p.full_name, u.id as unit_id, u.name as unit_name from membership m
      join unit u on u.id = m.unit_id join person p on p.id = m.person_id
      where ${below} and m.from_on <= $2 and (m.to_on is null or m.to_on > $2) order by p.sort_key, p.id limit 50`,
    values: ['path', 'on'],
  },
  /** target and admissions of a year by unit directly below */
  plan: {
    text: `select c.id, c.name, c.kind, t.minimum, t.maximum, coalesce(d.done, 0) as done from unit o join unit c on c.parent_id = o.id
      left join target t on t.unit_id = c.id and t.period = $2 and t.figure = 'admission' and t.part = '' and t.kind = 'assigned'
      left join (select split_part(substr(u.path, length($1) + 1), '/', 1) as child, count(*)::int as done
        from admitted a join unit u on u.id = a.unit_id
        where ${below} and a.on_day between $2 || '-01-01' and $2 || '-12-31' group by 1) d on d.child = c.id::text
      where o.path = $1 order by c.name_key`,
    values: ['path', 'year'],
  },
};

export const writing = {
  schema: `create schema if not exists bench; create table if not exists bench.act (
    position bigint generated always as identity primary key, client_id uuid not null unique, stream text not null,
    recorded_at timestamptz not null default now(), data jsonb not null)`,
  drop: 'drop schema if exists bench cascade',
  /** one row, durable when it is answered */
  insert: 'insert into bench.act (client_id, stream, data) values ($1, $2, $3)',
};
