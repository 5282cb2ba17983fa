import type { Row } from './batch-hash.ts';
import { Wrong } from './outcome.ts';

/** RFC 4180 with a header; a field that is empty and not in quotation marks is null. @throws Wrong */
export function parseCsv(text: string, name: string): Row[] {
  const rows: (string | null)[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (field.lastIndex < text.length) {
    const [whole, quoted, plain, end] = field.exec(text) ?? [];
    if (whole === undefined) throw new Wrong(`${name} is no CSV`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? (plain || null));
    if (end === '\r\n') rows.push([]);
    if (end === ',' && field.lastIndex === text.length) rows.at(-1)?.push(null);
  }
  const [header = [], ...body] = rows.filter(({ length }) => length > 0);
  if (new Set(header).size < header.length) throw new Wrong(`${name} has a column twice`);
  const odd = body.findIndex((row) => row.length !== header.length);
  if (odd >= 0) throw new Wrong(`${name}, row ${odd + 1}: ${body[odd]?.length} fields of ${header.length}`);
  return body.map((row) => Object.fromEntries(header.map((column, at) => [column ?? '', row[at] ?? null])));
}

/** What people wrote, as a CSV holds it: an apostrophe stands before what a spreadsheet would run. */
export function defused(text: string): string {
  return text.replaceAll(/(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/g, "'");
}

/** A decimal as a whole number of 10⁻⁴⁰. @throws Wrong */
export function exact(text: string | null | undefined): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,40}))?$/.exec(text ?? '') ?? [];
  if (sign === undefined || whole === undefined) throw new Wrong(`${text} is no decimal`);
  return BigInt(sign + whole + fraction.padEnd(40, '0'));
}

export function sumOf(rows: readonly Row[], column: string): bigint {
  return rows.reduce((sum, row) => sum + exact(row[column]), 0n);
}
