import type { Root } from 'mdast';
import type { IncidentStatus, PostIncidentChecklist } from './incident.ts';
import type { IsoInstant } from './instant.ts';
import type { MaintenanceStatus } from './maintenance.ts';
import type { CORRECTION, FactCorrection, Words } from './note.ts';
import type { FileProblem } from './yaml.ts';

/** One language's text of a section. */
export interface Passage {
  readonly language: 'en' | 'id';
  readonly text: string;
  readonly line: number;
  readonly tree: Root;
}

export interface Section {
  readonly number: number;
  readonly heading: string;
  readonly line: number;
  readonly column: number;
  readonly status: IncidentStatus | MaintenanceStatus | typeof CORRECTION | null;
  readonly at: IsoInstant | null;
  readonly passages: readonly Passage[];
}

export interface IncidentFacts {
  readonly title: Words;
  readonly system: string;
  readonly components: readonly string[];
  readonly severity: string;
  readonly playbook?: string | null | undefined;
  readonly started: IsoInstant;
  readonly resolved?: IsoInstant | null | undefined;
  readonly next_update_by?: IsoInstant | null | undefined;
  readonly corrections: readonly FactCorrection[];
  readonly checklist?: PostIncidentChecklist | null | undefined;
}

export interface MaintenanceFacts {
  readonly title: Words;
  readonly system: string;
  readonly components: readonly string[];
  readonly starts: IsoInstant;
  readonly lasts: string;
  readonly recurs?: { readonly rule: string; readonly zone: string } | null | undefined;
  readonly cancelled: readonly IsoInstant[];
  readonly corrections: readonly FactCorrection[];
}

interface Common {
  readonly file: string;
  readonly slug: string;
  readonly text: string;
  readonly whereIs: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
  readonly sections: readonly Section[];
  readonly problems: readonly FileProblem[];
}

export type NoteFile = Common & {
  readonly kind: 'incident' | 'maintenance';
  readonly facts: IncidentFacts | MaintenanceFacts | null;
};
