import { instantSchema, toIso } from '../../core/instant.ts';
import { compare, sumOf, toDecimal } from '../../core/money.ts';
import type { WireRow } from '../../postgres/rows.ts';
import type { CheckOf } from '../../systems/check/check.ts';
import { type Answer, notAsked } from './answer.ts';
import type { AskContext } from './context.ts';
import { askDatabase } from './database.ts';
import { judged, judgedAge } from './measure.ts';

type SqlCheck = CheckOf<'sql'>;

/** Rows beyond this are not counted any more: "at least so many" is told as so many. */
const MOST_COUNTED = 100_000;
const MOST_LABELS = 100;
const LABEL = /^[\p{L}\p{N}_ .:/-]{1,60}$/u;

/** Asks a Postgres database with a file of SQL and looks at the answer. */
export async function sql(check: SqlCheck, context: AskContext): Promise<Answer> {
  const { answer, gauge } = check;
  if (answer === 'no-rows' || answer === 'some-rows') return countRows(check, context);
  if (answer === 'counts') return readCounts(check, context);
  const { value, ms } = await readValue(check, context);
  if (answer === 'value') return { sample: judged(toDecimal(value ?? ''), gauge, { ms }) };
  if (answer === 'age') {
    const instant = instantSchema.safeParse(value);
    const told = instant.success ? {} : { told: 'expected one timestamptz' };
    const when = instant.success ? toIso(instant.data) : null;
    return { sample: judgedAge(when, gauge, { now: context.now(), unit: 's', ms }), ...told };
  }
  return answer satisfies never;
}

async function countRows(check: SqlCheck, context: AskContext): Promise<Answer> {
  const { count, empty, ms } = await askDatabase(check, context, {
    most: MOST_COUNTED,
    kept: 0,
    mustRead: mustRead(check),
    foundNothing: (answer) => answer.count === 0,
  });
  if (check.answer === 'no-rows' && empty > 0)
    throw notAsked('unreadable', 'a row of nothing but nulls is no offender, and not none either');
  const found = count - empty;
  const value = String(found);
  if (check.gauge !== undefined) return { sample: judged(value, check.gauge, { ms }) };
  if (check.answer === 'no-rows' && found > 0)
    return { sample: { outcome: 'down', reason: 'offending-rows', value, ms } };
  if (check.answer === 'some-rows' && found === 0)
    return { sample: { outcome: 'down', reason: 'no-rows', value, ms } };
  return { sample: { outcome: 'up', value, ms } };
}

async function readValue(check: SqlCheck, context: AskContext) {
  const { rows, ms } = await askDatabase(check, context, {
    most: 2,
    kept: 2,
    mustRead: mustRead(check),
    foundNothing: (answer) => isZero(answer.rows[0]),
  });
  const values = rows.flatMap((row) => Object.values(row));
  if (values.length > 1) throw notAsked('unreadable', 'expected one row of one column');
  return { value: values[0] ?? null, ms };
}

/**
 * What looks at no table can not fail, but for two: an instant grows old, and where the component is the database
 * itself, that it answers at all is what is asked.
 */
function mustRead({ answer, unreachable }: SqlCheck): boolean {
  return answer !== 'age' && unreachable !== 'down';
}

function isZero(row: WireRow | undefined): boolean {
  const [text] = Object.values(row ?? {});
  const number = toDecimal(text ?? '');
  return number !== null && compare(number, '0') === 0;
}

async function readCounts(check: SqlCheck, context: AskContext): Promise<Answer> {
  const most = MOST_LABELS + 1;
  const { rows, ms } = await askDatabase(check, context, {
    most,
    kept: most,
    mustRead: mustRead(check),
    foundNothing: (answer) => answer.count === 0,
  });
  if (rows.length > MOST_LABELS) throw notAsked('unreadable', `more than ${MOST_LABELS} labels`);
  const counts = rows.map((row) => {
    const [label = null, text = null, ...more] = Object.values(row);
    const count = toDecimal(text ?? '');
    if (label === null || count === null || more.length > 0)
      throw notAsked('unreadable', 'expected rows of a label and a count');
    // Published as they are: a label is a code or a day, never free text.
    if (!LABEL.test(label)) throw notAsked('unreadable', 'a label is too long or holds unusual characters');
    return { label, count };
  });
  const total = sumOf(counts.map(({ count }) => count));
  return { sample: judged(total, check.gauge, { ms }), detail: { counts } };
}
