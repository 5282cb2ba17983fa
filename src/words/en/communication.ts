/** How what people said compares with what the checks saw, and with what was announced. */
export const communication = {
  'disagree.silent_one':
    'Our data and our words disagree: {{n}} check of {{component}} ({{system}}) fails {{since}}, and no open incident says so.',
  'disagree.silent_other':
    'Our data and our words disagree: {{n}} checks of {{component}} ({{system}}) fail {{since}}, and no open incident says so.',
  'disagree.resolved-while-failing':
    'Our data and our words disagree: “{{title}}” was called resolved {{when}}, and checks still fail: {{checks}}.',
  'disagree.update-overdue': 'Late: the next update of “{{title}}” was due by {{when}}.',
  'disagree.silent-too-long':
    'Silent: “{{title}}” is open, and an update has been due since {{when}} by the rules of its severity.',
  'disagree.checklist-overdue':
    'The checklist of “{{title}}”, which is over, was due by {{when}} and has not been published.',
  'disagree.open-too-long':
    'Open for long: “{{title}}” should have been over by {{when}} by the rules of its severity.',
  'communication.title': 'How well we told you',
  'communication.objective': 'Objective',
  'communication.value': 'So far',
  'communication.target': 'Target',
  'communication.first': 'Time to the first note',
  'communication.first.value': 'median {{median}}, longest {{longest}}; {{n}} incidents',
  'communication.noTarget': 'none set for all systems',
  'communication.cadence': 'Updates that came by the time they were announced for',
  'communication.kept': '{{share}}: {{n}} of {{total}}',
  'communication.documented': 'Outages that the checks saw and an incident documents',
  'communication.all': '100%',
  'communication.noneAnnounced': 'not known: no update was announced for a time',
  'communication.noNote': 'not known: no incident was documented',
  'communication.noneTold': 'not known: no incident is in the log since when it says that it was published',
  'communication.untold_one':
    '{{n}} incident is not counted: the log has it later than it says that it was published',
  'communication.untold_other':
    '{{n}} incidents are not counted: the log has them later than they say that they were published',
  'communication.noOutage': 'the checks saw no outage on {{days}} days',
  'communication.noChecks': 'not known: no check has ever run',
  'communication.unknownDays_one': '{{n}} day of a component is not known at all',
  'communication.unknownDays_other': '{{n}} days of components are not known at all',
  'communication.how': 'How this is counted',
  'communication.formula.first':
    'Time to the first note: from the start that the note states until publishing first saw the note.',
  'communication.formula.cadence':
    'Announced updates: each time by which a note announced its next update counts once; it was kept when another update was published by then, and it counts only once that time is over.',
  'communication.formula.documented':
    'Outages: days in UTC on which a component was down for at least {{minutes}} minutes (its damping: {{n}} answers in a row), days that follow each other being one. One is documented when an incident of that system names the component and reaches into those days. The daily figures are open data.',
  'communication.list': 'The outages, one by one',
  'communication.days': 'Days (UTC)',
  'communication.component': 'Component',
  'communication.minutes': 'Down, minutes',
  'communication.by': 'Documented by',
  'communication.not': 'no incident',
} as const;
