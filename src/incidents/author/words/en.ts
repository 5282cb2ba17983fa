/** What the writer of a note reads at the terminal. The keys are those of every language. */
export const en = {
  'ask.system': 'Which system?',
  'ask.playbook': 'Which playbook?',
  'ask.severity': 'How grave is it?',
  'ask.components': 'Which components are affected?',
  'ask.title-en': 'Title in English',
  'ask.title-id': 'Title in Indonesian',
  'ask.started': (zone: string) => `When did it begin? (on the clock of ${zone}, or with an offset)`,
  'ask.starts': (zone: string) => `When does it begin? (on the clock of ${zone}, or with an offset)`,
  'ask.lasts': 'How long does it take? (such as "2 hours" or PT2H)',
  'ask.text-en': 'What is done, and what will users notice? (English)',
  'ask.text-id': 'What is done, and what will users notice? (Indonesian)',
  'ask.rule': 'By which rule does it come back? (such as FREQ=WEEKLY;BYDAY=SU)',
  'ask.message': 'Which message?',
  'ask.incident': 'Which incident?',
  'ask.note': 'Which incident or maintenance?',
  'ask.status': 'What is the status now?',
  'ask.true': (sentence: string) => `Is this true now? "${sentence}"`,
  'ask.place-en': (sentence: string) => `What belongs in […]? (English; empty: later) "${sentence}"`,
  'ask.place-id': (sentence: string) => `What belongs in […]? (Indonesian; empty: later) "${sentence}"`,
  'choice.none': 'None of these',
  'choice.yes': 'Yes, say it',
  'choice.no': 'No, leave it out',
  'choice.later': 'Not known yet: leave its mark […]',
  keys: {
    navigate: 'move',
    select: 'choose',
    all: 'all',
    invert: 'the others',
    submit: 'go on',
  },
  statuses: {
    investigating: 'Investigating',
    identified: 'Identified: the cause is known',
    monitoring: 'Monitoring: a fix is in place',
    scheduled: 'Scheduled',
    in_progress: 'In progress',
    verifying: 'Verifying',
    completed: 'Completed',
    over: 'Over: the checklist that closes it follows',
    correction: 'Correction of what was published',
    withdrawn: 'Withdrawn: it was published by mistake',
  },

  'answer.missing': (flag: string, asks: string) => `--${flag} is missing: ${asks}`,
  'answer.empty': (flag: string, asks: string) => `--${flag} is empty: ${asks}`,
  'answer.unknown': (flag: string, answer: string) => `--${flag}: "${answer}" is not known here`,
  'answer.one-of': (known: string) => `; one of ${known}`,
  'answer.newest': (known: string) => `; the newest are ${known}`,
  'answer.nearest': (known: string) => `; is "${known}" meant?`,
  'answer.choose': 'Please choose at least one.',
  'answer.write': 'Please write something.',
  'answer.both-languages': (missing: string) => `--${missing} is missing: both languages say the same`,
  'answer.zone': (zone: string) =>
    `--zone: "${zone}" is not a time zone; write Asia/Jakarta, Asia/Makassar or UTC`,
  'answer.language': (language: string) =>
    `--lang: "${language}" is not a language of this command; write en or id`,

  'option.unknown': (option: string) => `${option} is not known here`,
  'option.known': (known: string) => `; the answers are ${known}`,
  'option.without-value': (option: string) => `${option} has no answer behind it`,
  'word.too-many': (word: string) =>
    `"${word}" is one word too many: a text with spaces stands in "quotation marks"`,

  'time.future': (time: string) => `${time} is in the future`,
  'time.impossible': (time: string) => `"${time}" does not exist: look at the day and the hour`,
  'time.skipped': (time: string, zone: string) =>
    `"${time}" does not exist, or twice, in ${zone}, where clocks are changed: write it with its offset`,
  'time.earlier': (last: string) => `--at: an earlier update is dated ${last}; a later time is needed`,
  'rule.unreadable': (rule: string) => `"${rule}" is no rule that can be read: write FREQ=WEEKLY;BYDAY=SU`,
  'lasts.unreadable': (text: string) =>
    `"${text}" is no length of time: write "2 hours", "90 minutes" or PT2H`,

  'note.none': (slug: string) => `There is no note "${slug}"`,
  'note.none-yet': 'there is none yet',
  'note.there': (file: string) => `${file} is there already: nothing was written.`,
  'note.changed': (file: string) => `${file} was changed meanwhile: nothing was written. Try again.`,
  'note.correct-first': 'Correct the note first: nothing was written.',
  'note.nothing': 'Nothing was written.',
  'note.two': (slug: string) =>
    `There is an incident and a maintenance "${slug}": write incidents/${slug} or maintenance/${slug}`,
  'note.no-system': (file: string, system: string) =>
    `${file}: there is no system "${system}" that can be read`,
  'note.resolved': (slug: string) =>
    `${slug} is resolved: correct it (--status correction), or begin a new incident (new)`,
  'note.withdrawn': (slug: string) => `${slug} was withdrawn: begin a new note (new, maintenance)`,
  'note.not-resolved': (slug: string) => `${slug} is not resolved yet: resolve it first`,
  'note.not-begun': (time: string, heading: string) =>
    `--status: its first window begins ${time}; what changes before is told as ${heading}`,

  'checks.never': 'No check has ever run: no sentence that rests on checks is offered.',
  'checks.unreadable': 'What the checks left can not be read: no sentence that rests on checks is offered.',

  'told.written': (file: string) => `Written: ${file}`,
  'told.failing': (checks: string) => `failing: ${checks}`,
  'told.unknown': (checks: string) => `not known: ${checks}`,
  'told.held-back': (sentence: string) => `held back: "${sentence}"`,
  'told.complete': 'Nothing is left to fill in. Read both languages once more.',
  'told.places':
    'Still to fill in (write what belongs there in place of […]; where a sentence begins with it, take the\n' +
    '[…] away if the sentence is true, and the whole sentence if it is not):',
  'told.then': (command: string) => `Then: ${command}`,
  'told.problems': 'These files can not be used until they are corrected:',
  'drafts.prepared': (file: string, playbook: string) =>
    `Draft prepared, not published: ${file} (${playbook})`,
  'drafts.none': 'No new symptom: no draft was prepared.',
  'drafts.next': (folder: string) => `Read it, fill in its places, and move it to ${folder}.`,

  'usage.ask': 'What is to be written?',
  'usage.unknown': (command: string) => `"${command}" is not known`,
  'usage.line': 'npm run incident -- <command>',
  'usage.answers': (answers: string) => `Answers: ${answers}`,
  'usage.end':
    'Answers that are missing are asked for. --help behind a command names its answers.\n' +
    '--lang en or id chooses the language of the questions, --zone the clock (Asia/Jakarta).',
  does: {
    new: 'a first note of an incident: --system tpc --playbook cron-failure',
    update: 'one more update of an incident or a maintenance: <slug> --status identified',
    resolve: 'the last update, when it is over: <slug>',
    postmortem: 'what happened and what was learnt: <slug>',
    maintenance:
      'a note of planned work: --system tpc --components api --starts "2026-02-01 01:00" --lasts "2 hours"',
    message: 'a public message in both languages: --system tpc --message normal-operations',
    drafts: 'prepares drafts of what the checks see',
  },
};
