import ts from 'typescript';
import { sha256Hex } from '../core/canonical.ts';

const HEAD = `#!/usr/bin/env node
/*
 * Verifies what a site of Terang has published. Needs Node 22.3 or later, and nothing else: nothing to install, nothing
 * that the site runs on. Read it first: it reads files, fetches what you name, and writes nothing.
 *
 *   node verify.mjs https://status.example/   a site
 *   node verify.mjs dist/client               the folder of one
 *   node verify.mjs proof.json                a proof bundle, or what the QR code of a certificate says (-: standard input)
 *
 *   --policy FILE   whose signatures count (c2sp.org/tlog-policy), as you got it from elsewhere; else the keys are those
 *                   that come with what they vouch for, which leaves open whose they are
 *   --site ADDRESS  also holds what you kept against the history that the site serves now
 *   --json          the statements as JSON
 *
 * Each statement is right, wrong or not known. It ends with 0 when all that can be recomputed is right, 1 when one
 * statement is wrong, 2 when one that could be known is not; the word of others, and a day that is not over, are said
 * to be not known each time and count for neither. Spoken here: RFC 4180, 6962, 8785 and 9162; C2SP signed-note, tlog-checkpoint, tlog-tiles,
 * tlog-cosignature, tlog-proof and tlog-policy. Its source is src/verifier/, joined, without its types.
 */
`;

const SOURCES = import.meta.glob<string>(['../verifier/*.ts', '!../verifier/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Each part behind those that it needs. */
const PARTS = [
  ...[
    'outcome',
    'bytes',
    'batch-hash',
    'table',
    'merkle',
    'checkpoint',
    'proof',
    'tile',
    'statement',
    'record',
    'solana',
    'anchor',
    'evidence',
    'keys',
    'kept',
    'pasted',
    'pieces',
  ],
  ...['site-files', 'history', 'data', 'computed', 'log', 'manifests', 'split', 'tables', 'days', 'reports'],
  ...['lists', 'archives', 'chain', 'verify', 'command-line'],
];

for (const path of Object.keys(SOURCES)) {
  const name = path.replace(/^.*\/|\.ts$/g, '');
  if (!PARTS.includes(name)) throw new Error(`the verifier is without its part ${name}`);
}

/** `/verify.mjs`: the verifier as one file for Node alone. The same sources make the same bytes. */
export const VERIFIER = HEAD + PARTS.map(part).join('');

/** What a reader compares a copy with. */
export const VERIFIER_SHA256 = sha256Hex(VERIFIER);

function part(name: string): string {
  const source = SOURCES[`../verifier/${name}.ts`];
  if (source === undefined) throw new Error(`the verifier has no part ${name}`);
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext },
  });
  const code = outputText
    .replaceAll(/^import .*;\n/gm, '')
    .replaceAll(/^export (?:\{\};\n)?/gm, '')
    // The compiler leaves no blank line.
    .replaceAll(/^(?:\}|\];|\};)\n(?=\S)/gm, '$&\n');
  return `\n// --- ${name} ${'-'.repeat(110 - name.length)}\n\n${code}`;
}
