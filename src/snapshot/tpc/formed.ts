import type pg from 'pg';
import { canonicalLines, type Json } from '../../core/canonical.ts';
import type { RowOf } from '../../ledger/dataset.ts';
import { choiceFor, type FormedDataset } from '../../ledger/form.ts';
import { SourceError } from '../../postgres/source-error.ts';
import { readTable } from '../../postgres/table.ts';
import type { Asked, Reading } from '../source.ts';
import type { Catalogue } from './catalogue.ts';
import { isReadingOf, PLACES, type Place } from './place.ts';

/**
 * Reads a dataset from the place where this database keeps it. Two places that say the same are as good as one, and
 * the one it was published from goes on.
 *
 * @throws SourceError saying what was found and how to choose, where there is no place, or several that differ, or
 * where it is no longer in the place it was published from and nobody chose the other
 */
export async function readFormed<Name extends FormedDataset>(
  client: pg.Client,
  name: Name,
  catalogue: Catalogue,
  { choice, before }: Asked = {},
): Promise<Reading<Name>> {
  const all: readonly Place<RowOf<Name>>[] = PLACES[name];
  const chosen = choiceFor(choice, name);
  const allowed = all.filter(
    (place) => chosen === undefined || chosen === place.form || chosen === place.name,
  );
  const found = allowed.filter((place) => place.isIn(catalogue));
  const [first, ...others] = found;
  if (first === undefined) throw nothingFound(name, all, catalogue, chosen);
  const still = before === undefined ? first : found.find((place) => isReadingOf(place, before));
  // A choice that leaves out where it was read before is a new one. What is only found may have been moved by anyone.
  const isChosen = chosen !== undefined && !allowed.some((place) => isReadingOf(place, before ?? ''));
  if (before !== undefined && still === undefined && !isChosen) throw moved(name, all, found, before);
  const read = async (place: Place<RowOf<Name>>): Promise<Reading<Name>> => {
    const { through } = place;
    if (through !== undefined && !catalogue.relations.has(through.view)) throw viewLacking(name, through);
    const { form, where, mapping } = place;
    return { ...(await readTable(client, name, place.source)), form, place: where, mapping };
  };
  if (others.length === 0) return read(first);
  const readings: Reading<Name>[] = [];
  for (const place of found)
    readings.push(await read(place).catch((error) => inconclusive(name, found, error)));
  const contents = new Set(readings.map(({ rows }) => canonicalLines(rows as readonly Json[])));
  const reading = readings[still === undefined ? 0 : found.indexOf(still)];
  if (reading !== undefined && contents.size === 1) return reading;
  const counted = found.map(({ where }, index) => `${where} (${readings[index]?.rows.length} rows)`);
  throw new SourceError(
    'schema-mismatch',
    `Reading ${name}: it is in several places which do not say the same: ${counted.join(', ')}. ${choosing(name, found)}`,
  );
}

function nothingFound(
  name: FormedDataset,
  all: readonly Place<unknown>[],
  catalogue: Catalogue,
  chosen: string | undefined,
): SourceError {
  const there = all.filter((place) => place.isIn(catalogue));
  const begin = `Reading ${name}: `;
  const looked = `looked for: ${all.map(({ form, where }) => `${where} (${form})`).join(', ')}`;
  // A view that is there without the row is of a form, and its owner is the one to ask.
  const empty = all.find(({ through }) => through !== undefined && catalogue.relations.has(through.view));
  if (there.length === 0)
    return new SourceError(
      'schema-mismatch',
      empty === undefined
        ? `${begin}this database has it in neither form; ${looked}.`
        : `${begin}this role is not shown ${empty.where}: the view is there, so it was never set, or is kept from this role; ${looked}.`,
    );
  const found = there.map(({ form, where }) => `${where} (${form})`).join(', ');
  return new SourceError(
    'schema-mismatch',
    `${begin}system.yaml chose "${chosen}" (transparency.form), which this database has not; there is ${found}.`,
  );
}

/**
 * Taken as another reading of ours, what differs in the other place would be told as nobody's change; taken as the same
 * place, every row as the platform's. Only the operator can say which it is, and says it in public.
 */
function moved(
  name: FormedDataset,
  all: readonly Place<unknown>[],
  found: readonly Place<unknown>[],
  before: string,
): SourceError {
  const was = all.find((place) => isReadingOf(place, before))?.where ?? before;
  const now = found.map(({ where }) => where).join(', ');
  return new SourceError(
    'moved',
    `Reading ${name}: the source now keeps this elsewhere (was ${was}, now ${now}). What was published of it stands. ` +
      `If that is right, set transparency.form in system.yaml: transparency: { form: { ${name}: ${found.map((place) => choiceOf(place, all)).join(' | ')} } }.`,
  );
}

/** How system.yaml names a place: by its form, or by its own name where the form has several. */
function choiceOf({ form, name }: Place<unknown>, among: readonly Place<unknown>[]): string {
  return among.filter((place) => place.form === form).length === 1 ? form : name;
}

/** What is public stands in one table with what is not: no grant on it can be right, only a view of its owner. */
function viewLacking(name: FormedDataset, { view, of }: NonNullable<Place<unknown>['through']>): SourceError {
  return new SourceError(
    'access-denied',
    `Reading ${name}: ${of} holds private values beside public ones, and is read only through its owner's view ${view}, ` +
      'which is not there. Let the owner of the tables run content/written/systems/tpc/reader.sql; no right on ' +
      `${of} or on a table of people is needed.`,
  );
}

/** One of several places could not be read, so that nobody can tell whether they say the same. */
function inconclusive(name: FormedDataset, found: readonly Place<unknown>[], error: unknown): never {
  if (!(error instanceof SourceError) || error.failure === 'connection-lost') throw error;
  const places = found.map(({ where }) => where).join(', ');
  throw new SourceError(
    error.failure,
    `${error.message} It is in several places (${places}), and all must say the same. ${choosing(name, found)}`,
    { cause: error },
  );
}

function choosing(name: FormedDataset, found: readonly Place<unknown>[]): string {
  const names = found.map((place) => choiceOf(place, found));
  return `Choose one in system.yaml: transparency: { form: { ${name}: ${names.join(' | ')} } }.`;
}
