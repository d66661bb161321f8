// Commands on the machine itself: `npm run nguon -- …`.
import { help, readWords, Stop, type Words } from './cli/words.ts';
import { describeHalt, Halt } from './host/halt.ts';

type Command = (words: Words) => Promise<number>;

/** Each is loaded when it is asked for: what only asks the regulations needs neither server nor data folder. */
const commands: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./cli/import.ts')).importCommand,
  backup: async () => (await import('./cli/keep.ts')).backupCommand,
  restore: async () => (await import('./cli/keep.ts')).restoreCommand,
  keys: async () => (await import('./cli/keep.ts')).keysCommand,
  rebuild: async () => (await import('./cli/keep.ts')).rebuildCommand,
  verify: async () => (await import('./cli/keep.ts')).verifyCommand,
  admin: async () => (await import('./cli/keep.ts')).adminCommand,
  workdays: async () => (await import('./cli/workdays.ts')).workdaysCommand,
  judge: async () => (await import('./cli/judge.ts')).judgeCommand,
  facts: async () => (await import('./cli/facts.ts')).factsCommand,
  inforce: async () => (await import('./cli/inforce.ts')).inforceCommand,
  whatif: async () => (await import('./cli/whatif.ts')).whatIfCommand,
  rejudge: async () => (await import('./cli/rejudge.ts')).rejudgeCommand,
  help: async () => async () => {
    console.log(help);
    return 0;
  },
};

async function main(): Promise<number> {
  const words = readWords(process.argv.slice(2));
  const find = Object.hasOwn(commands, words.command) ? commands[words.command] : undefined;
  if (!find)
    throw new Stop(`Không có lệnh ${words.command}.`, `No such command; see \`npm run nguon -- help\`.`);
  return (await find())(words);
}

try {
  process.exitCode = await main();
} catch (cause) {
  if (cause instanceof Halt) console.error(describeHalt(cause));
  else if (cause instanceof Stop) console.error(`${cause.message}\n${cause.en}`);
  else console.error(cause);
  process.exitCode = cause instanceof Stop ? cause.exit : 1;
}
