import { type CommandProcess, startCommand } from './script-process.ts';

const DIE_WHILE_WRITING = new URL('./die-while-writing.ts', import.meta.url).href;

export interface ProcessOptions {
  /** Counts the operations that change files, and dies before this one; see `die-while-writing.ts`. */
  readonly dieAt?: number;
}

/** `npm run snapshot` as a process of its own; it is killed with the test at the latest. */
export function startSnapshot(
  contentRoot: string,
  databaseUrl: string | undefined,
  { dieAt }: ProcessOptions = {},
): CommandProcess {
  const preload = dieAt === undefined ? [] : ['--import', DIE_WHILE_WRITING];
  const env = { DATABASE_URL: databaseUrl, DIE_AT: String(dieAt) };
  return startCommand('snapshot', ['--content', contentRoot], env, preload);
}
