// A program to kill in the middle: `backup FILE CONNECTION KEYFILE` or `restore FILE FOLDER KEYFILE`.
import { backup } from '../../src/host/backup.ts';
import { restore } from '../../src/host/backup-restore.ts';
import { readKeyFile } from '../../src/host/keys.ts';

const [task, file = '', place = '', keyFile = ''] = process.argv.slice(2);
const found = readKeyFile(keyFile);
if (task === 'backup') await backup(JSON.parse(place), file, found.key);
else await restore(file, { folder: place, databaseUrl: null }, found);
