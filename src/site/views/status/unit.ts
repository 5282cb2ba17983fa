import type { Gauge } from '../../../systems/gauge.ts';
import type { Reader } from '../../../words/reader.ts';

export type Unit = Gauge['unit'];

/** What a unit is called; nothing where things are only counted. */
export function unitWord({ t }: Reader, unit: Unit): string {
  return unit === 'count' ? '' : t(`gaugeUnit.${unit}`);
}

/** A number as its reader writes it and its unit, which no line separates. */
export function withUnit(value: string, unit: string): string {
  if (unit === '') return value;
  return unit === '%' ? `${value}%` : `${value}\u00A0${unit}`;
}
