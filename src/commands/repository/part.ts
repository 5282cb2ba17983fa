/**
 * The parts of the schedule in their order: the command of each, how long it may take, what makes it push, and of which
 * section of the site it is; a site that does not offer that has no such part.
 */
export const PARTS = {
  notes: { command: ['notes'], minutes: 1, pushes: ['--push'], section: 'incidents' },
  check: { command: ['check'], minutes: 3, pushes: null, section: 'status' },
  drafts: { command: ['incident', 'drafts'], minutes: 1, pushes: null, section: 'incidents' },
  snapshot: { command: ['snapshot'], minutes: 4, pushes: null, section: 'transparency' },
  chain: { command: ['chain'], minutes: 3, pushes: null, section: 'transparency' },
  report: { command: ['report', '--due'], minutes: 3, pushes: null, section: 'reports' },
  commit: { command: ['commit:content'], minutes: 3, pushes: ['--push'], section: null },
  // It signs nothing that is not pushed, or that is not what its log says: for years of days that alone takes a minute.
  sign: { command: ['log', 'sign'], minutes: 5, pushes: [], section: null },
} as const;
export type Part = keyof typeof PARTS;

/** What tells a program of its machine, and opens nothing. */
const MACHINE = new RegExp(
  `^(${[
    'PATH|HOME|USER|LOGNAME|SHELL|PWD|TERM|TZ|LANG|LANGUAGE|LC_\\w+|TMPDIR|TMP|TEMP|XDG_\\w+',
    'SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|(LOCAL)?APPDATA|PROGRAM(DATA|FILES.*)',
    'LD_PRELOAD|LD_LIBRARY_PATH|DYLD_\\w+|FAKETIME\\w*|NODE_(OPTIONS|EXTRA_CA_CERTS|COMPILE_CACHE)',
    'SSL_CERT_(FILE|DIR)|(HTTPS?|ALL|NO)_PROXY|CI|DEBUG|NO_COLOR|FORCE_COLOR|COLORTERM',
    'GITHUB_ACTIONS|GITHUB_STEP_SUMMARY|TERANG_CONTENT|TERANG_LANG',
  ].join('|')})$`,
  'i',
);
/** What git reads, and what lets it push. */
const GIT = /^(GIT_\w+|SSH_\w+|GNUPGHOME|GPG_\w+|TERANG_PUSH_TOKEN)$/;
const GIT_AND_LOG = new RegExp(`${GIT.source}|^TERANG_(LOG_KEY|SITE)$`);
const OWN: Readonly<Record<Part, RegExp | null>> = {
  notes: GIT,
  check: /^TERANG_CANARIES$/,
  drafts: /^TERANG_DRAFTS$/,
  // What pg reads besides its address (`PGSSLROOTCERT`).
  snapshot: /^(DATABASE_URL|DATABASE_ROLE|PG[A-Z]+)$/,
  chain: null,
  report: /^(TERANG_INTERNAL|TERANG_AGE_RECIPIENT)$/,
  commit: GIT,
  sign: GIT_AND_LOG,
};
/** The parts that ask what the systems' files name. */
const ASKS: readonly Part[] = ['check', 'chain', 'report'];

/** The variables that a part is given out of those of the machine: its own and no other part's. */
export function environmentOf(
  part: Part,
  environment: Readonly<Record<string, string | undefined>>,
  prefixes: Iterable<string>,
): Record<string, string | undefined> {
  const asked = ASKS.includes(part) ? [...prefixes] : [];
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) =>
        MACHINE.test(name) ||
        OWN[part]?.test(name) === true ||
        asked.some((prefix) => name.startsWith(prefix)),
    ),
  );
}
