import { stringify } from 'yaml';

/** One step of an invented note: what was appended or changed in one edit, and when publishing saw it. */
export interface DemoStep {
  /** Hours before the present at which publishing first saw it. */
  readonly posted: number;
  /** Fields of the front matter that are set, or taken out with null. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** An update that is appended. */
  readonly update?: {
    readonly status: string;
    /** Hours before the present; null for a heading without a time. */
    readonly at: number | null;
    readonly en: string;
    readonly id: string;
  };
  /** Images that are put beside the note with it, by their path there. */
  readonly images?: Readonly<Record<string, () => Promise<Uint8Array>>>;
  /** Another text than the accepted one, in place of the whole file: an edit that is refused. */
  readonly edit?: (text: string) => string;
}

/** An invented note, told in the order in which it was written. */
export interface DemoNote {
  readonly folder: 'incidents' | 'maintenance';
  readonly slug: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly steps: readonly DemoStep[];
}

/** Times of the demo as people write them: so many hours before `now`, on the clock of Jakarta. */
export class DemoClock {
  readonly now: Date;

  constructor(now: Date) {
    this.now = now;
  }

  instant(hoursAgo: number): Date {
    return new Date(this.now.getTime() - hoursAgo * 3_600_000);
  }

  /** `2026-01-05 16:12 +07:00`. */
  written(hoursAgo: number): string {
    const wib = new Date(this.instant(hoursAgo).getTime() + 7 * 3_600_000).toISOString();
    return `${wib.slice(0, 10)} ${wib.slice(11, 16)} +07:00`;
  }

  /** `2026-01-05`, in Jakarta: how the file of an incident begins. */
  day(hoursAgo: number): string {
    return this.written(hoursAgo).slice(0, 10);
  }
}

/** The file as it stood after its first `count` steps. */
export function textAfter(note: DemoNote, count: number, clock: DemoClock): string {
  const steps = note.steps.slice(0, count);
  const facts = Object.assign({}, note.facts, ...steps.map((step) => step.facts ?? {}));
  const present = Object.entries(facts).filter(([, value]) => value !== null);
  const matter = stringify(Object.fromEntries(present), { lineWidth: 0 });
  const sections = steps.flatMap(({ update }) => {
    if (update === undefined) return [];
    const time = update.at === null ? '' : ` · ${clock.written(update.at)}`;
    return [`## ${update.status}${time}\n\n### English\n\n${update.en}\n\n### Indonesia\n\n${update.id}\n`];
  });
  const text = `---\n${matter}---\n\n${sections.join('\n')}`;
  return steps.reduce((whole, { edit }) => (edit === undefined ? whole : edit(whole)), text);
}
