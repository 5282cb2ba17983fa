import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** What a schema is told to check, with what is said where it does not hold as an argument behind the first. */
const CHECKS =
  /^(regex|refine|superRefine|min|max|length|nonempty|startsWith|endsWith|includes|gt|gte|lt|lte|positive|multipleOf|check)$/;

/** Every place of a source in which a schema is given words instead of a code, as `line: text`. */
function sentencesIn(source: string): string[] {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true);
  const constants = new Map<string, ts.Expression>();
  const found: string[] = [];
  const say = (node: ts.Node) =>
    found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`);
  const look = (given: ts.Expression): void => {
    const node = (ts.isIdentifier(given) && constants.get(given.text)) || given;
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) say(given);
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) look(node.body);
    if (!ts.isObjectLiteralExpression(node)) return;
    for (const property of node.properties)
      if (ts.isPropertyAssignment(property) && /^(error|message)$/.test(property.name.getText()))
        look(property.initializer);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
      constants.set(node.name.text, node.initializer);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const method = node.expression.name.text;
      if (CHECKS.test(method)) node.arguments.slice(1).forEach(look);
      if (method === 'addIssue') node.arguments.forEach(look);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^(testing|words)\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join('src', file), 'utf8') }))
  .filter(({ text }) => /from 'zod'/.test(text));

describe('what a schema says stands in the catalogue of words, in every language', () => {
  test('no schema outside of it has a sentence', () => {
    expect(sources.length).toBeGreaterThan(50);
    const sentences = sources.flatMap(({ file, text }) => sentencesIn(text).map((one) => `${file}:${one}`));
    expect(sentences).toEqual([]);
  });

  test.each([
    ["z.string().regex(/a/, 'expected an a')"],
    ["z.string().min(1, { error: 'expected something' })"],
    ["z.string().refine(isA, { message: 'expected an a' })"],
    [`z.string().regex(/a/, { error: ({ input }) => \`expected an a, not \${input}\` })`],
    ["context.addIssue('expected an a')"],
    ["context.addIssue({ code: 'custom', path: [], message: 'expected an a' })"],
    ["const A = 'expected an a';\nz.array(z.string()).min(1, A)"],
  ])('one is found: %s', (source) => {
    expect(sentencesIn(source)).toHaveLength(1);
  });

  test.each([
    ["z.string().regex(/a/, expected('a'))"],
    ["z.string().startsWith('$', { error: expected('a'), abort: true })"],
    ["context.addIssue(wrong({ code: 'expected.twice', values: { text: 'a' } }))"],
  ])('a code is none: %s', (source) => {
    expect(sentencesIn(source)).toEqual([]);
  });
});
