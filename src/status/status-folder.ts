import { addDays, dayOf, monthOf } from '../core/instant.ts';
import { entryId } from '../log/entry.ts';
import { type ContentFolder, type Series, stemOf } from '../store/content-folder.ts';
import { type ContentFile, contentFileSchema } from '../store/unaltered.ts';
import { type CheckDefinition, checkDefinitionSchema } from './check-definition.ts';
import {
  type StatusDay,
  type StatusManifest,
  statusDaySchema,
  statusManifestSchema,
} from './status-manifest.ts';
import { type StatusRun, statusRunSchema } from './status-run.ts';

/** The raw days that are over, in the order in which they came to be; one that is another since stands there again. */
export const CLOSED: Series<StatusManifest, ContentFile> = {
  name: 'closed',
  row: contentFileSchema,
  files: ({ closed }) => closed,
  stem: (file) => `${monthOf(stemOf(file))}-closed`,
  kept: { rule: 'every-line', within: 'series' },
  entered: {
    kinds: ['status-day'],
    of: (file) => ({ kind: 'status-day', id: stemOf(file) }),
    // Entered by the first run after it, whenever that is: it says of itself when it was, not when it was published.
    at: () => null,
  },
};

/** The raw runs, one file a UTC day in a folder a month: git keeps a short folder small. */
export const SAMPLES: Series<StatusManifest, StatusRun> = {
  name: 'samples',
  monthly: true,
  row: statusRunSchema,
  files: ({ samples }) => samples,
  listedIn: CLOSED,
  stem: ({ at }) => dayOf(at),
  kept: { rule: 'every-line', within: 'file' },
  entered: { because: 'a day is entered by its hash once it is over, and until then each run binds it' },
};

/** The figures of days that are over. They rest on the samples of the day and of those beside it. */
export const DAYS: Series<StatusManifest, StatusDay> = {
  name: 'days',
  row: statusDaySchema,
  files: ({ days }) => days,
  stem: ({ day }) => `${monthOf(day)}-daily`,
  kept: {
    rule: 'every-row',
    id: ({ day, system, component }) => `${day} ${system} ${component}`,
    isTold: async ({ day }, present, change) => {
      if (present === null) return false;
      const grown = await change.stems(SAMPLES);
      return [addDays(day, -1), day, addDays(day, 1)].some((beside) => grown.has(beside));
    },
  },
  entered: { because: 'they are what the raw samples come to' },
};

/** What the checks were, from when on. */
export const DEFINITIONS: Series<StatusManifest, CheckDefinition> = {
  name: 'definitions',
  row: checkDefinitionSchema,
  files: ({ definitions }) => definitions,
  stem: () => 'definitions',
  kept: { rule: 'every-line', within: 'series' },
  entered: {
    kinds: ['definition'],
    of: ({ system }) => ({ kind: 'definition', id: entryId(system) }),
    at: ({ from }) => from,
  },
};

/** `generated/status`: what the checks of all systems left. */
export const STATUS: ContentFolder<StatusManifest> = {
  name: 'status',
  manifest: statusManifestSchema,
  series: [CLOSED, SAMPLES, DAYS, DEFINITIONS],
  isDemo: ({ demo }) => demo,
};
