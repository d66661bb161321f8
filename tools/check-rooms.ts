// Keeps the house: which room may import which, what a file's suffix allows it to import, and how large files and
// rooms may grow. The table below is the architecture of docs/architecture.md; `npm test` fails when it is broken.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What keeping candidacies may use. */
const belowAdmission = [
  'road',
  'meetings',
  'members',
  'worklist',
  'org',
  'acts',
  'wording',
  'rules',
  'calendar',
  'platform',
  'ui',
];
/** What the work on many candidates at once may use: each of these rooms stands beside the others. */
const aboveAdmission = ['admission', ...belowAdmission];

/** Rooms, each with the rooms it may import. Arrows point one way: a room never appears among its own importers. */
export const arrows: Record<string, readonly string[]> = {
  platform: [],
  host: ['platform'],
  places: ['platform'],
  ui: ['platform'],
  calendar: ['platform'],
  rules: ['calendar', 'platform'],
  wording: ['rules', 'calendar', 'platform'],
  acts: ['rules', 'platform'],
  org: ['acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  worklist: ['org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  lawbook: ['worklist', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  reminders: ['worklist', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  members: ['worklist', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  meetings: ['members', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  road: ['meetings', 'members', 'worklist', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  admission: belowAdmission,
  documents: ['org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  areas: ['documents', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  columns: ['platform'],
  statistics: [
    'columns',
    'areas',
    'workbook',
    'org',
    'acts',
    'wording',
    'rules',
    'calendar',
    'platform',
    'ui',
  ],
  forecast: ['statistics', 'classes', 'verification', 'places', ...aboveAdmission],
  plans: [
    'forecast',
    'fostering',
    'classes',
    'verification',
    'statistics',
    'documents',
    'workbook',
    ...aboveAdmission,
  ],
  cascade: ['plans', 'forecast', 'fostering', 'statistics', 'documents', ...aboveAdmission],
  forms: ['statistics', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  difficulties: ['worklist', 'org', 'acts', 'wording', 'rules', 'calendar', 'platform', 'ui'],
  reports: [
    'columns',
    'press',
    'forms',
    'difficulties',
    'plans',
    'statistics',
    'documents',
    'workbook',
    ...aboveAdmission,
  ],
  measures: ['plans', 'statistics', 'documents', ...aboveAdmission],
  sourcing: ['plans', ...aboveAdmission],
  fostering: aboveAdmission,
  classes: aboveAdmission,
  verification: ['places', ...aboveAdmission],
  moving: aboveAdmission,
  pool: ['sourcing', 'fostering', 'classes', 'verification', 'moving', 'plans', ...aboveAdmission],
  overview: ['pool', 'plans', 'forecast', 'fostering', 'statistics', 'workbook', ...aboveAdmission],
  workbook: ['platform'],
  press: ['statistics', 'workbook', 'platform'],
  intake: ['workbook', 'places', 'platform'],
  exchange: [
    'intake',
    'workbook',
    'places',
    'plans',
    'documents',
    'statistics',
    'admission',
    'road',
    'meetings',
    'members',
    'org',
    'acts',
    'wording',
    'rules',
    'calendar',
    'platform',
    'ui',
  ],
};
/** Files and folders that compose everything and that nobody imports. */
const composers = [
  'server',
  'web',
  'cli',
  'rooms',
  'training',
  'training-season',
  'training-plans',
  'training-reports',
];
/** Server base without side effects: usable in the browser and in pure files. */
const purePlatform = [
  'day',
  'text',
  'messages',
  'errors',
  'entry',
  'effective',
  'ids',
  'newest',
  'http.messages',
];
const purePackages = ['zod', 'uuid', 'yaml'];
const bannedFolders = new Set('utils helpers common shared types services hooks models constants'.split(' '));
const limits = { fileLines: 400, roomLines: 5000, folderFiles: 25, depth: 3 };

type Layer = 'pure' | 'server' | 'page' | 'test';

interface Source {
  file: string;
  room: string;
  layer: Layer;
  lines: number;
  imports: Link[];
}

interface Link {
  target: string;
  typeOnly: boolean;
  /** nothing of it is named */
  forEffect: boolean;
}

export function checkRooms(root: string): string[] {
  const sources = filesBelow(path.join(root, 'src')).map((file) => read(root, file));
  return [
    ...sources.flatMap((source) =>
      source.imports.flatMap((link) => [...checkEffect(source, link), ...checkImport(source, link)]),
    ),
    ...sources.flatMap(checkPlace),
    ...checkSizes(sources),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const full = path.join(folder, name);
      return statSync(full).isDirectory() ? filesBelow(full) : [full];
    })
    .filter((file) => /\.tsx?$/.test(file));
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function read(root: string, full: string): Source {
  const text = readFileSync(full, 'utf8');
  const file = path.relative(path.join(root, 'src'), full).split(path.sep).join('/');
  const room = file.includes('/') ? (file.split('/')[0] as string) : file.replace(/\.tsx?$/, '');
  const imports = [...text.matchAll(importPattern)].map((match) => {
    const target = (match[2] ?? match[3] ?? match[4]) as string;
    const resolved = target.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), target))
      : target;
    return { target: resolved, typeOnly: match[1] !== undefined, forEffect: match[3] !== undefined };
  });
  return { file, room, layer: layerOf(file, room), lines: text.trimEnd().split('\n').length, imports };
}

function layerOf(file: string, room: string): Layer {
  if (/\.test\.tsx?$/.test(file)) return 'test';
  if (room === 'ui' || file.endsWith('.tsx') || file.includes('/pages/')) return 'page';
  if (room === 'host' || /\.(store|api|worker)\.ts$/.test(file)) return 'server';
  if (room !== 'platform') return 'pure';
  return purePlatform.includes(path.posix.basename(file, '.ts')) ? 'pure' : 'server';
}

const isOurs = (target: string) => /\.tsx?$/.test(target);
const roomOf = (target: string) => target.split('/')[0] as string;

/** The build of the pages leaves out a file of which nothing is used; package.json names those that it must not. */
function checkEffect({ file, layer }: Source, { target, forEffect }: Link): string[] {
  const isDropped = forEffect && isOurs(target) && target !== 'ui/styles.ts';
  return isDropped && (layer === 'page' || layer === 'pure')
    ? [`src/${file}: pages import nothing for its effect alone (${target})`]
    : [];
}

function checkImport(source: Source, link: Link): string[] {
  if (source.layer === 'test' || composers.includes(source.room)) return [];
  if (!isOurs(link.target)) return checkPackage(source, link);
  const room = roomOf(link.target);
  const name = room.replace(/\.tsx?$/, '');
  if (composers.includes(name)) return [`src/${source.file}: nobody imports the composer ${link.target}`];
  if (room !== source.room && !(arrows[source.room] ?? []).includes(room))
    return [`src/${source.file}: ${source.room} may not import ${room} (${link.target})`];
  return checkLayer(source, link);
}

function checkLayer(source: Source, link: Link): string[] {
  const target = layerOf(link.target, roomOf(link.target));
  const say = (why: string) => [`src/${source.file}: ${why} (${link.target})`];
  if (target === 'test') return say('nobody imports a test');
  if (link.typeOnly) return [];
  if (source.layer === 'pure' && target !== 'pure') return say('a pure file imports only pure files');
  if (source.layer === 'server' && target === 'page') return say('server files import no pages and no ui');
  if (source.layer === 'page' && target === 'server')
    return say('pages import no stores, routes or platform');
  return [];
}

function checkPackage(source: Source, link: Link): string[] {
  if (link.typeOnly || source.layer !== 'pure') return [];
  if (source.room === 'workbook' && link.target.startsWith('hucre')) return [];
  return purePackages.includes(link.target)
    ? []
    : [`src/${source.file}: a pure file imports no package but ${purePackages.join(', ')} (${link.target})`];
}

function checkPlace(source: Source): string[] {
  const folders = source.file.split('/').slice(0, -1);
  const banned = folders.filter((folder) => bannedFolders.has(folder));
  const known = source.room in arrows || composers.includes(source.room);
  return [
    ...banned.map((folder) => `src/${source.file}: no folder is called ${folder}`),
    ...(folders.length > limits.depth
      ? [`src/${source.file}: deeper than ${limits.depth} folders below src`]
      : []),
    ...(known ? [] : [`src/${source.file}: ${source.room} is no room of the house`]),
  ];
}

function checkSizes(sources: Source[]): string[] {
  const own = sources.filter((source) => source.layer !== 'test');
  const long = own.filter((source) => source.lines > limits.fileLines);
  const folders = Map.groupBy(own, (source) => path.posix.dirname(source.file));
  // A room's pages and the rest of it are counted apart (docs/decisions/0004).
  const rooms = Map.groupBy(own, ({ room, file }) => (file.includes('/pages/') ? `${room}/pages` : room));
  return [
    ...long.map((source) => `src/${source.file}: ${source.lines} lines, the fence is ${limits.fileLines}`),
    ...[...folders]
      .filter(([, files]) => files.length > limits.folderFiles)
      .map(([folder, files]) => `src/${folder}: ${files.length} files, the fence is ${limits.folderFiles}`),
    ...[...rooms]
      .map(([room, files]) => ({ room, lines: files.reduce((sum, file) => sum + file.lines, 0) }))
      .filter(({ room, lines }) => room !== 'ui' && lines > limits.roomLines)
      .map(({ room, lines }) => `src/${room}: ${lines} lines, the fence is ${limits.roomLines}`),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkRooms(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'rooms: in order' : `rooms: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
