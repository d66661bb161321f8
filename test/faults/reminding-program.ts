// A program that does what the server's watch does, round after round, and tells when nothing is left to do; the test
// kills it at random moments. Words: [connection as JSON] [SMTP address] [folder for the rules as they were read]; it
// begins when it is told the day on its input, and ends with that.
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { sql } from 'kysely';
import { readRegulationFiles } from '../../src/rules/files.store.ts';
import { parsedFiles } from '../../src/lawbook/parsed.store.ts';
import { load } from '../../src/rules/index.ts';
import { useRegulations } from '../../src/worklist/in-force.ts';
import { pinToday } from '../../src/platform/clock.ts';
import { openDb } from '../../src/platform/db.ts';
import { postBy } from '../../src/reminders/smtp.store.ts';
import { lookOnce } from '../../src/reminders/watch.store.ts';

const [connection = '', smtp = '', kept = ''] = process.argv.slice(2);
const { db } = openDb(JSON.parse(connection));
const files = readRegulationFiles(path.join(import.meta.dirname, '..', '..', 'regulations'));
useRegulations(load(parsedFiles(files, kept)));
const post = { send: postBy({ url: smtp, from: 'nguon@example.vn' }), address: null };
const tell = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);

// Whoever is killed keeps nothing for the next.
flushCompileCache();
tell({ ready: true });
process.stdin.once('end', () => process.exit());
const [day] = await once(process.stdin, 'data');
pinToday(String(day).trim());
await sql`select`.execute(db);
tell({ working: true });
for (;;) {
  await lookOnce(db, post, new Date('2025-09-29T02:00:00Z'));
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from mail where state = 'waiting'`.execute(db);
  if (rows[0]?.waiting === 0) tell({ idle: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
}
