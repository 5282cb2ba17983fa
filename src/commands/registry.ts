import type { Command, CommandKey, Group } from './frame/command.ts';

/** What somebody wants to do, in the order in which `--help` lists it. */
export const TASKS = ['publish', 'tell', 'verify', 'operate', 'develop'] as const;
type Task = (typeof TASKS)[number];

interface Entry {
  readonly task: Task;
  readonly says: CommandKey;
  /** Each is loaded only where it is run: `--help` needs no database. */
  readonly load: () => Promise<Command | Group>;
}

/** Every command, by the name under which npm runs it too. */
export const COMMANDS = {
  snapshot: {
    task: 'publish',
    says: 'command.snapshot',
    load: async () => (await import('./snapshot.ts')).snapshot,
  },
  check: { task: 'publish', says: 'command.check', load: async () => (await import('./check.ts')).check },
  chain: { task: 'publish', says: 'command.chain', load: async () => (await import('./chain.ts')).chain },
  report: { task: 'publish', says: 'command.report', load: async () => (await import('./report.ts')).report },
  serve: { task: 'publish', says: 'command.serve', load: async () => (await import('./serve.ts')).serve },
  incident: {
    task: 'tell',
    says: 'command.incident',
    load: async () => (await import('./incident.ts')).incident,
  },
  'lint:content': {
    task: 'tell',
    says: 'command.lint:content',
    load: async () => (await import('./lint-content.ts')).lintContentCommand,
  },
  notes: { task: 'tell', says: 'command.notes', load: async () => (await import('./notes.ts')).notes },
  audit: { task: 'verify', says: 'command.audit', load: async () => (await import('./audit.ts')).audit },
  archive: {
    task: 'verify',
    says: 'command.archive',
    load: async () => (await import('./archive.ts')).archive,
  },
  'restore-test': {
    task: 'verify',
    says: 'command.restore-test',
    load: async () => (await import('./restore-test.ts')).restoreTest,
  },
  'check:record': {
    task: 'verify',
    says: 'command.check:record',
    load: async () => (await import('./check-record.ts')).checkRecord,
  },
  verify: { task: 'verify', says: 'command.verify', load: async () => (await import('./verify.ts')).verify },
  log: { task: 'verify', says: 'command.log', load: async () => (await import('./log.ts')).log },
  witness: {
    task: 'verify',
    says: 'command.witness',
    load: async () => (await import('./witness.ts')).witnessCommand,
  },
  mirror: {
    task: 'verify',
    says: 'command.mirror',
    load: async () => (await import('./mirror.ts')).mirrorCommand,
  },
  gate: { task: 'verify', says: 'command.gate', load: async () => (await import('./gate.ts')).gate },
  try: { task: 'operate', says: 'command.try', load: async () => (await import('./try.ts')).tryCommand },
  doctor: { task: 'operate', says: 'command.doctor', load: async () => (await import('./doctor.ts')).doctor },
  built: { task: 'operate', says: 'command.built', load: async () => (await import('./built.ts')).built },
  published: {
    task: 'operate',
    says: 'command.published',
    load: async () => (await import('./published.ts')).published,
  },
  scheduled: {
    task: 'operate',
    says: 'command.scheduled',
    load: async () => (await import('./scheduled.ts')).scheduled,
  },
  'commit:content': {
    task: 'operate',
    says: 'command.commit:content',
    load: async () => (await import('./commit-content.ts')).commitContentCommand,
  },
  start: { task: 'develop', says: 'command.start', load: async () => (await import('./start.ts')).start },
  schemas: {
    task: 'develop',
    says: 'command.schemas',
    load: async () => (await import('./schemas.ts')).schemas,
  },
  map: { task: 'develop', says: 'command.map', load: async () => (await import('./map.ts')).map },
  'measure:growth': {
    task: 'develop',
    says: 'command.measure:growth',
    load: async () => (await import('./measure-growth.ts')).measureGrowth,
  },
  'measure:notes': {
    task: 'develop',
    says: 'command.measure:notes',
    load: async () => (await import('./measure-notes.ts')).measureNotes,
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** What npm runs without us, so that one list has everything. */
export const NPM_SCRIPTS = {
  build: { task: 'publish', says: 'command.build' },
  'build:site': { task: 'publish', says: 'command.build:site' },
  bench: { task: 'develop', says: 'command.bench' },
  test: { task: 'develop', says: 'command.test' },
  'test:unit': { task: 'develop', says: 'command.test:unit' },
  'test:db': { task: 'develop', says: 'command.test:db' },
  'test:site': { task: 'develop', says: 'command.test:site' },
  format: { task: 'develop', says: 'command.format' },
  'lint:workflows': { task: 'develop', says: 'command.lint:workflows' },
} as const satisfies Readonly<Record<string, Omit<Entry, 'load'>>>;
