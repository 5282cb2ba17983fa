import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { GitError, gitIn } from '../store/git.ts';
import { EPOCH } from './instant.ts';
import type { Built } from './statement.ts';

/** Why a build could not be made anew. */
export interface NotMade {
  readonly because: 'no-commit' | 'install-failed' | 'build-failed';
  readonly detail: string;
}

export interface Making {
  /** The address or folder of a git repository that has the commit. */
  readonly repository: string;
  /** Puts the packages that the lock file names into a project; `npm ci` unless told. @throws what the process printed */
  readonly install?: (project: string) => Promise<unknown>;
  readonly onStep?: (message: string) => void;
}

/**
 * Makes a build anew from its commit and its instant in an empty folder, and says where its files are. What stands in that
 * commit is run: the repository is one that whoever calls this believes in.
 */
export async function makeAnew(
  built: Built,
  folder: string,
  { repository, install = npmCi, onStep }: Making,
): Promise<string | NotMade> {
  const { commit, content } = built.source;
  onStep?.(`Fetching ${commit}`);
  try {
    await checkOut(folder, repository, commit);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { because: 'no-commit', detail: `${commit}: ${lastLines(error.said)}` };
  }
  onStep?.('Installing the packages that its lock file names');
  const failed = (because: NotMade['because']) => (error: unknown) => ({ because, detail: printedBy(error) });
  const installed = await install(folder).then(() => null, failed('install-failed'));
  if (installed !== null) return installed;
  onStep?.(`Building it as of ${EPOCH}=${built.epoch}`);
  const settings = {
    [EPOCH]: String(built.epoch),
    SITE_URL: built.site,
    BASE_PATH: built.base,
    TERANG_CONTENT: content,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const made = await npmIn(folder, ['run', 'build:site'], settings).then(() => null, failed('build-failed'));
  return made ?? path.join(folder, 'dist', 'client');
}

/** The one commit, without the history of before: a server that gives no single commits is asked for all of it. */
async function checkOut(folder: string, repository: string, commit: string): Promise<void> {
  const git = gitIn(folder);
  await git('init', '--quiet');
  try {
    await git('fetch', '--quiet', '--no-tags', '--depth', '1', '--', repository, commit);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    await git('fetch', '--quiet', '--no-tags', '--', repository, '+refs/heads/*:refs/remotes/origin/*');
  }
  await git('-c', 'core.autocrlf=false', 'checkout', '--quiet', '--detach', commit);
}

/** What a build is given of the environment of whoever makes it: where programs are, and the way to the packages. */
const HANDED_ON =
  /^(path|home|user|userprofile|appdata|localappdata|systemroot|comspec|pathext|tmpdir|temp|tmp|lang|lc_all|tz|(https?|no|all)_proxy|npm_config_.*|node_extra_ca_certs)$/i;

const MOST_OUTPUT = 64 * 1024 * 1024;

function npmCi(project: string): Promise<unknown> {
  return npmIn(project, ['ci', '--omit=dev', '--no-audit', '--no-fund'], {});
}

function npmIn(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<unknown> {
  const own = Object.entries(process.env).filter(([name]) => HANDED_ON.test(name));
  return promisify(execFile)('npm', [...args], {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...settings },
    maxBuffer: MOST_OUTPUT,
    // npm is a script on Windows, which only a shell starts; nothing in the arguments comes from elsewhere.
    shell: process.platform === 'win32',
  });
}

const LAST_LINES = 12;

/** The end of what a process printed that failed. @throws what is no such failure */
function printedBy(error: unknown): string {
  if (!(error instanceof Error && 'stdout' in error && 'stderr' in error)) throw error;
  return lastLines(`${error.stdout}\n${error.stderr}`.trim() || error.message);
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-LAST_LINES).join('\n');
}
