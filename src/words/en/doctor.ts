/** What `npm run doctor` says of each thing that it looks at, with what to do. */
export const doctor = {
  'doctor.state.ok': 'ok',
  'doctor.state.todo': 'TO DO',
  'doctor.state.untold': 'can not tell',
  'doctor.site.none': '{{file}} is not there: write whose site this is, in which zone and languages.',
  'doctor.site.wrong': '{{problem}}',
  'doctor.zone.known': 'Time zones: this machine knows {{zones}} (data {{version}}).',
  'doctor.setting.all': 'Settings: every one that the files ask for is set ({{asked}}), and no other.',
  'doctor.setting.missing':
    '{{name}} is not set, and {{by}} asks for it: set it, or take what names it out of the file.',
  'doctor.setting.idle': '{{name}} is set, and no file asks for it: correct the name, or remove it.',
  'doctor.rights.ok': '{{who}}: may read, and neither write nor see past row-level security.',
  'doctor.rights.superuser':
    '{{who}} is a superuser, and is refused: make a login that can only read (README, "Point it at your own database").',
  'doctor.rights.bypass': '{{who}} bypasses row-level security, and is refused: ALTER ROLE … NOBYPASSRLS.',
  'doctor.rights.administers': '{{who}} may make roles or databases: ALTER ROLE … NOCREATEROLE NOCREATEDB.',
  'doctor.rights.writes': '{{who}} may write to {{tables}}: REVOKE INSERT, UPDATE, DELETE, TRUNCATE there.',
  'doctor.rights.denied': '{{who}}: {{why}}',
  'doctor.rights.untold': '{{who}} can not be asked what it may do: {{why}}',
  'doctor.dataset.whole': '{{system}}, {{name}}: would be published, {{rows}} rows.',
  'doctor.dataset.flagged':
    '{{system}}, {{name}}: would be published, {{rows}} rows, with {{flags}}: "npm run try -- {{name}}" names the rows.',
  'doctor.dataset.refused': '{{system}}, {{name}}: would not be published: {{why}}',
  'doctor.dataset.noSource': '{{system}} publishes datasets, and only tpc has a source.',
  'doctor.dataset.noDatabase': 'DATABASE_URL is not set, so that no dataset can be read: set it.',
  'doctor.dataset.content': 'No dataset was read: {{why}}',
  'doctor.check.answered': '{{system}}, {{name}}: answered ({{outcome}}).',
  'doctor.check.unknown':
    '{{system}}, {{name}}: not answered ({{why}}). "npm run try -- {{system}}/{{name}}" shows the question.',
  'doctor.check.offline': 'This machine seems to be offline: look at its network.',
  'doctor.clock.right': 'Clock: {{now}}, as {{peers}} peers say too.',
  'doctor.clock.alone': 'Clock: {{now}}; no peer on another machine said what time it is.',
  'doctor.clock.doubt':
    'Clock: {{now}}, and a peer says {{times}}. One of the two is wrong: look at the clock.',
  'doctor.clock.wrong':
    'Clock: {{now}}, and {{peers}} peers agree on another time ({{times}}): set the clock right.',
  'doctor.git.none':
    'Content is in no git repository, and its history is what readers verify: git init, and commit it.',
  'doctor.git.remote': 'Git: content is pushed to {{names}}.',
  'doctor.git.noRemote': 'Git: there is no remote to push content to: git remote add origin <address>.',
  'doctor.git.whole': 'Git: the history is whole.',
  'doctor.git.shallow':
    'Git: the history is shallow, and what was published can not be compared: git fetch --unshallow.',
  'doctor.git.untold': 'Git can not be asked: {{why}}',
  'doctor.workflow.all': '{{file}}: hands every step the settings that the files ask for.',
  'doctor.workflow.noStep': '{{file}}: no step runs "npm run scheduled -- {{part}}": add it.',
  'doctor.workflow.missing':
    '{{file}}: the step {{part}} is not handed {{names}}: add a line of its env for each.',
  'doctor.live.noAddress': '"{{site}}" is no address of a site: correct TERANG_SITE.',
  'doctor.live.silent': '{{url}} can not be read: {{why}}',
  'doctor.live.undated': '{{url}} does not say until when it holds.',
  'doctor.live.fresh': '{{url}} holds until {{until}}.',
  'doctor.live.old': '{{url}} spoke of the present until {{until}}: look why nothing newer was published.',
  'doctor.live.noCheckpoint': '{{url}} is not there: sign the log (npm run log -- sign), and build.',
  'doctor.live.type': '{{url}} is sent as {{type}}.',
  'doctor.live.wrongType': '{{url}} is sent as "{{type}}": let the host send text/plain.',
  'doctor.live.cache': '{{url}} is sent with "{{control}}": let no cache keep it for more than 15 minutes.',
  'doctor.live.aged':
    '{{url}} comes out of a cache that is {{age}} s old: let none keep it for more than 15 minutes.',
} as const;
