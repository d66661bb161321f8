import { sql } from 'kysely';
import { test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { makeNotices } from './make.store.ts';
import { regulations } from '../worklist/in-force.ts';
import { defaultSettings } from './settings.ts';
test('perf', { timeout: 300000 }, async () => {
  const { db } = await startWorld({ today: '2026-11-23' });
  await sql`insert into unit select i, '24', case when i=1 then null when i<=120 then 1 else 2+(i%119) end,
    case when i=1 then 'province' when i<=120 then 'upper_base' else 'cell' end, null, 'U'||i, 'u'||i, null,
    case when i=1 then '/1/' when i<=120 then '/1/'||i||'/' else '/1/'||(2+(i%119))||'/'||i||'/' end, 1, '2010-01-01', null, false, null, null, 1
    from generate_series(1,4000) i`.execute(db);
  await sql`insert into office select i, '24', i, gen_random_uuid(), case when i=1 then 'superior_board' when i<=120 then 'base_officer' else 'cell_secretary' end, null, '2018-01-01', null, '{}', null, null, null, 1 from generate_series(1,4000) i`.execute(
    db,
  );
  await sql`insert into due select gen_random_uuid(), 'dossier', gen_random_uuid()::text, 'decide', '', 'cell_vote', '24', 121+(i%3800), null, '2026-09-01', to_char(date '2026-06-01' + (i % 300), 'YYYY-MM-DD'), null, 30, 'days', 'duty', case when i%2=0 then '{cell_secretary}'::text[] else '{base_officer}'::text[] end, '{cell_vote}', 'S', '[]' from generate_series(1,20000) i`.execute(
    db,
  );
  await sql`analyze`.execute(db);
  const making = {
    settings: defaultSettings,
    calendar: regulations().calendar,
    today: '2026-11-23',
    mail: true,
  };
  for (let i = 0; i < 3; i++) {
    const t = Date.now();
    const n = await makeNotices(db, making);
    console.log(n, Date.now() - t, 'ms');
  }
});
