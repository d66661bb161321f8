// Commands on the machine itself: `npm run nguon -- …`.
import { importCommand } from './cli/import.ts';
import {
  adminCommand,
  backupCommand,
  keysCommand,
  rebuildCommand,
  restoreCommand,
  verifyCommand,
} from './cli/keep.ts';
import { help, readWords, Stop, type Words } from './cli/words.ts';
import { describeHalt, Halt } from './host/halt.ts';

const commands: Record<string, (words: Words) => Promise<number>> = {
  import: importCommand,
  backup: backupCommand,
  restore: restoreCommand,
  keys: keysCommand,
  rebuild: rebuildCommand,
  verify: verifyCommand,
  admin: adminCommand,
  help: async () => {
    console.log(help);
    return 0;
  },
};

async function main(): Promise<number> {
  const words = readWords(process.argv.slice(2));
  const command = commands[words.command];
  if (!command)
    throw new Stop(`Không có lệnh ${words.command}.`, `No such command; see \`npm run nguon -- help\`.`);
  return command(words);
}

try {
  process.exitCode = await main();
} catch (cause) {
  if (cause instanceof Halt) console.error(describeHalt(cause));
  else if (cause instanceof Stop) console.error(`${cause.message}\n${cause.en}`);
  else console.error(cause);
  process.exitCode = 1;
}
