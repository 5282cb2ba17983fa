import { createHash } from 'node:crypto';
import { NO_RUNS_SHA256 } from '../status/rollup.ts';
import { linesIn } from './gunzip.ts';
import { type Cells, jsonRows, TABLES } from './tables.ts';
import { goodResource, looking, textBytes, type VerifyContext } from './verify-context.ts';

/** Each day's raw samples have the hash that the figures of the day bear; none is missing, none is besides. */
export async function verifySamples(context: VerifyContext): Promise<void> {
  const { described, good, say } = context;
  const rests = await restsOn(context);
  const seen = new Set<string>();
  for (const resource of described.resources) {
    const [, day] = /^samples-(\d{4}-\d{2}-\d{2})$/.exec(resource.name) ?? [];
    if (day === undefined) continue;
    seen.add(day);
    if (!good.has(resource.path)) continue;
    await looking(context, resource, async () => {
      const hash = createHash('sha256');
      let lines = 0;
      for await (const chunk of textBytes(context, resource)) {
        hash.update(chunk);
        for (const byte of chunk) if (byte === LINE_END) lines += 1;
      }
      const sha256 = hash.digest('hex');
      if (lines !== resource.rows)
        say(resource.path, `holds ${lines} rows, the data package says ${resource.rows}`);
      if (rests !== null && rests.get(day) !== sha256)
        say(resource.path, `its text has SHA-256 ${sha256}, no figures of ${day} rest on it`);
    });
  }
  for (const [day, sha256] of rests ?? [])
    if (sha256 !== NO_RUNS_SHA256 && !seen.has(day))
      say(`samples-${day}`, 'is missing: the figures of the day rest on it');
}

const LINE_END = 0x0a;

/** The hash of the raw samples of each day, as its figures bear it; null where these can not be read. */
async function restsOn(context: VerifyContext): Promise<Map<string, string> | null> {
  const resource = goodResource(context, 'status-days-json');
  if (resource === null) return null;
  const { columns } = TABLES['status-days'];
  const place = (name: string) => columns.findIndex((column) => column.name === name);
  const [day, raw] = [place('day'), place('raw_sha256')];
  const rests = new Map<string, string>();
  await looking(context, resource, async () => {
    for await (const cells of jsonRows(columns, linesIn(textBytes(context, resource)))) {
      const [of, sha256] = [textAt(cells, day), textAt(cells, raw)];
      if ((rests.get(of) ?? sha256) !== sha256)
        context.say(resource.path, `the figures of ${of} bear several hashes of samples`);
      rests.set(of, sha256);
    }
  });
  return rests;
}

function textAt(cells: Cells, at: number): string {
  return cells[at] ?? '';
}
