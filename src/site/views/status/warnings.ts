import type { StatusPublication } from '../../../status/status-publication.ts';

/** What a build must not pass over in silence: each is unknown on the pages, and named here. */
export function statusWarnings({ manifest, systems, contradicted, strangers }: StatusPublication): string[] {
  if (manifest === null) return ['no check has ever run: every component is shown as unknown'];
  return [
    ...contradicted.map(
      ({ day, system, component }) =>
        `${system}/${component}: the figures of ${day} are not what its raw samples give; the day is shown as not known`,
    ),
    ...strangers.map((name) => `${name} has figures, and no system.yaml describes it: it is not shown`),
    ...systems.flatMap(({ system, components }) =>
      components.flatMap(({ component, checks }) => {
        if (checks.length === 0)
          return [`${system.id}/${component.id} is a component without checks: it is shown as unknown`];
        return checks
          .filter(({ state }) => state.sample === null)
          .map(({ check }) => `${system.id}: the check "${check.id}" has no samples: it is shown as unknown`);
      }),
    ),
  ];
}
