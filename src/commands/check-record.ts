import { ExpectedError } from '../core/expected-error.ts';
import { CONTENT, type Context, defineCommand, type Ending } from './frame/command.ts';
import { recordSince } from './repository/record-since.ts';

export const checkRecord = defineCommand({
  options: {
    base: { type: 'string', says: 'option.base', like: 'origin/main', default: 'origin/main' },
    content: CONTENT,
  },
  run: ({ base, content }, context) => recordUnchanged(content, base, context),
});

/** @throws ExpectedError when an entry was changed or removed since then, or that can not be told */
export async function recordUnchanged(
  contentRoot: string,
  base: string,
  { t }: Pick<Context, 't'>,
): Promise<Ending> {
  const problems = await recordSince(contentRoot, base);
  if (problems.length > 0) throw new ExpectedError(problems);
  return { text: t('record.grew', { base }), exitCode: 0 };
}
