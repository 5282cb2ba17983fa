import { builtin } from './bytes.ts';
import { REASONS } from './outcome.ts';
import { exitCodeOf, type Judged, STATEMENTS } from './statement.ts';
import { verify } from './verify.ts';

/** The last part of the file for Node alone: what stands at its head says how it is called. */

const WORDS = { right: 'right    ', wrong: 'WRONG    ', unknown: 'not known' } as const;

function say({ statement, verdict, counted, faults, because }: Judged): string {
  const why = because === null ? [] : [REASONS[because.reason], because.detail].filter((part) => part !== '');
  const behind = verdict === 'right' ? ` (${counted})` : why.map((part) => `: ${part}`).join('');
  const lines = faults.map((fault) => `           ${fault}`);
  return [`${WORDS[verdict]}  ${STATEMENTS[statement]}${behind}`, ...lines].join('\n');
}

async function main([...words]: string[]): Promise<number> {
  const optionIn = (option: string) =>
    words.includes(option) ? words.splice(words.indexOf(option), 2)[1] : null;
  const policy = optionIn('--policy');
  const site = optionIn('--site');
  const [json] = words.includes('--json') ? words.splice(words.indexOf('--json'), 1) : [];
  const [place, ...more] = words;
  if (place === undefined || more.length > 0 || policy === undefined || site === undefined)
    throw new Error('node verify.mjs <address, folder or file> [--policy FILE] [--site ADDRESS] [--json]');
  const brought = policy === null ? null : builtin('node:fs')?.readFileSync(policy, 'utf8');
  const judged = await verify(place, brought ?? null, site);
  const text = json === undefined ? judged.map(say).join('\n') : JSON.stringify(judged, null, 1);
  process.stdout.write(`${text}\n`);
  return exitCodeOf(judged);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  },
);
