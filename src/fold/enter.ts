import path from 'node:path';
import type { IsoInstant } from '../core/instant.ts';
import { ARCHIVES } from '../reports/model/monthly-folders.ts';
import { enterableOf } from '../store/entering.ts';
import { type Enterable, withLog } from '../store/log.ts';
import { enterableOfMonth, monthsOf } from '../store/month-files.ts';
import { enterableOfMonths } from '../store/month-folders.ts';
import { openFolder, rootOf } from '../store/published.ts';
import { holdsDemo } from '../store/world.ts';
import { contentFolders, MONTHLY } from './folders.ts';

/**
 * Enters everything that stands in content and is not in the log yet: of content from before there was one, of a run that
 * was killed before it could, or of one that lost a race to another's log. All of it is dated `now`, and never earlier.
 *
 * @returns how many entries that were
 * @throws AlteredFileError where content or its log is damaged
 */
export async function enterContent(contentRoot: string, now: IsoInstant): Promise<number> {
  const generated = path.join(contentRoot, 'generated');
  const folders = contentFolders(contentRoot);
  const demo = folders.some(({ name }) => holdsDemo(path.join(generated, name)) === true);
  return withLog({ generated, now, demo }, (enter) =>
    enter((head) => {
      const found: Enterable[] = [
        ...folders.map((one) =>
          one.with((folder) => enterableOf(openFolder(rootOf(contentRoot, folder), folder), head)),
        ),
        ...MONTHLY.flatMap((folder) =>
          monthsOf(contentRoot, folder).map((month) => enterableOfMonth(contentRoot, folder, month, head)),
        ),
        enterableOfMonths(contentRoot, ARCHIVES),
      ];
      return {
        lines: new Map(found.flatMap(({ lines }) => [...lines])),
        files: found.flatMap(({ files }) => files),
      };
    }),
  );
}
