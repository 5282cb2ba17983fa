/** The file of a note and its form, as the lint says what is wrong in it. */
export const noteFile = {
  'finding.form.instead':
    'Correct this place; a whole note to copy is in content/written/incidents/README.md.',
  'finding.part.update': 'update {{number}}',
  'finding.part.passage': 'update {{number}}, {{heading}}',
  'finding.file.not-utf8':
    'the file is not saved as UTF-8 text. Save it again as "UTF-8" (in the editor: Save as, Encoding)',
  'finding.file.large': 'the file is larger than 200 KB; a note is text: shorten it, or link to what is long',
  'finding.file.deep':
    'the text cannot be read as Markdown: lists, quotations or links are nested too deeply; simplify it',
  'finding.file.marks':
    'the text cannot be read as Markdown: one paragraph has more than 1,000 marks such as * _ [ ]; divide it with empty lines',
  'finding.file.long':
    'the text cannot be read as Markdown: it has more than 5,000 lines of lists or quotations; shorten it, or link to what is long',
  'finding.name.incident':
    'the name of the file must be the date and a few words in lower case with hyphens, ending in .md',
  'finding.name.incident-meant':
    'the name of the file must be the date and a few words in lower case with hyphens, ending in .md: rename it to {{meant}}',
  'finding.name.maintenance':
    'the name of the file must be a few words in lower case with hyphens, ending in .md',
  'finding.name.maintenance-meant':
    'the name of the file must be a few words in lower case with hyphens, ending in .md: rename it to {{meant}}',
  'finding.name.no-markdown':
    'a note is a Markdown file, ending in .md: what is written in a word processor cannot be read here',
  'finding.name.no-markdown.instead':
    'Copy the form from content/written/incidents/README.md into a new file there, and write the text into it; or run "npm run incident -- new".',
  'finding.kind.incident':
    'this is an incident, as its facts say, but it is in the folder of maintenance: move it to content/written/incidents',
  'finding.kind.maintenance':
    'this is a maintenance, as its facts say, but it is in the folder of incidents: move it to content/written/maintenance',
  'finding.place.note':
    '"{{file}}" is not read where it is: notes go directly in {{folder}}, and in no other folder',
  'finding.place.note.instead':
    'Move it to {{target}}. On GitHub: click the pencil, put the cursor before its name, delete the folders with the backspace key and type {{typed}}.',
  'finding.place.outside': '"{{file}}" is not read where it is: notes go directly in {{folder}}',
  'finding.place.outside.instead': 'Move it to {{target}}.',
  'finding.place.folder': '"{{file}}" is not read where it is: there is no folder "{{folder}}" here',
  'finding.place.folder.instead': 'Move it to {{target}}.',
  'finding.place.system':
    '"{{file}}" is not read where it is: a system has {{known}}, in lower case, ending in .yaml or .sql',
  'finding.place.system.instead': 'Give it the name of the one that is meant, or remove it.',
  'finding.place.unread': '"{{file}}" is not read where it is',
  'finding.place.unread.instead': 'Move it to where it belongs ({{known}}), or remove it.',
  'finding.content.html':
    '"{{html}}" is read as HTML, which a note may not contain: write it without < and >, or as code between `backticks`',
  'finding.content.nested-heading':
    'a heading is inside a list or a quotation: move it to the start of its line, outside them',
  'finding.content.footnote':
    '"{{mark}}" is a footnote, which feeds and messages cannot show: write what it says into the text, in (brackets)',
  'finding.content.image-elsewhere':
    'the image "{{url}}" must be a file beside the note: write ![what it shows](images/name.png)',
  'finding.content.image-silent':
    'the image "{{url}}" has no text for those who cannot see it: write ![what it shows]({{url}})',
  'finding.content.image-name':
    'the image "{{url}}" has a name that cannot be used: rename it on your computer to "{{name}}", upload it again under that name, and write ![what it shows]({{path}})',
  'finding.content.image-on-github':
    'this image is on a GitHub server, where the site cannot keep it: save it to your computer, open the folder content/written/incidents/images (or maintenance/images), Add file, Upload files, under a name in lower case with hyphens; then write here ![what it shows](images/the-name.png)',
  'finding.content.image-tag':
    'an image is not written with <img>: open the folder content/written/incidents/images (or maintenance/images), Add file, Upload files, under a name in lower case with hyphens; then write here ![what it shows](images/the-name.png)',
  'finding.content.image-uploading':
    'this image has no address: it was still uploading when the note was saved. Remove it; to show an image, open the folder content/written/incidents/images (or maintenance/images), Add file, Upload files, under a name in lower case with hyphens; then write here ![what it shows](images/the-name.png)',
  'finding.facts.missing':
    'the facts at the top are missing: the first line of the file is "---", then title, system and so on, then "---" again',
  'finding.facts.open':
    'the facts at the top have no end: after the last of them, add a line with three hyphens, "---"',
  'finding.facts.long-dash':
    'the first line is a long dash, which a word processor makes from hyphens: write three hyphens, "---", there and after the facts',
  'finding.facts.unreadable': 'the facts cannot be read: each line is a field, a colon and its value',
  'finding.facts.unreadable-from':
    'the facts cannot be read from here on. A text with a colon, a comma or a quotation mark must be in "quotation marks"; each { needs its } and each [ its ]; fields begin at the start of their line',
  'finding.field.unknown': '"{{name}}" is not a field here; the fields are {{known}}',
  'finding.field.unknown-inside':
    '"{{name}}" is not a field here; a text with a comma must be in "quotation marks". Write it like this: {{example}}',
  'finding.field.missing': '"{{name}}" is missing. Write it like this: {{example}}',
  'finding.field.empty': '"{{name}}" is empty. Write it like this: {{example}}',
  'finding.field.text':
    '"{{name}}" must be text; put it in "quotation marks". Write it like this: {{example}}',
  'finding.field.list': '"{{name}}" must be a list, in [square brackets]. Write it like this: {{example}}',
  'finding.field.fields': '"{{name}}" must have fields of its own. Write it like this: {{example}}',
  'finding.field.unfit': '"{{name}}" is not as expected ({{wrong}}). Write it like this: {{example}}',
  'finding.example.time': '{{field}}: YYYY-MM-DD hh:mm +07:00',
  'finding.example.times': '{{field}}: [YYYY-MM-DD hh:mm +07:00]',
  'finding.example.corrections':
    'corrections: [{ at: YYYY-MM-DD hh:mm +07:00, field: started, was: "YYYY-MM-DD hh:mm +07:00", reason: { en: "…", id: "…" } }]',
  'finding.example.checklist':
    'checklist: { summary: { en: "…", id: "…" }, impact: { en: "…", id: "…" }, time_to_recover: PT2H, changes: [{ what: { en: "…", id: "…" }, evidence: "https://…" }], health_revalidated: YYYY-MM-DD hh:mm +07:00, rls_revalidated: YYYY-MM-DD hh:mm +07:00, documents_updated: [{ en: "…", id: "…" }] }',
  'finding.recurs.zone': '"{{zone}}" is not a known time zone: write Asia/Jakarta',
  'finding.recurs.often': '"{{rule}}" recurs more than once a day: write FREQ=DAILY, or FREQ=WEEKLY;BYDAY=SU',
  'finding.recurs.hours':
    '"{{rule}}" states hours or minutes: leave them out, "starts" says when; another hour of the day needs a note of its own',
  'finding.recurs.unreadable': '"{{rule}}" is not a rule that can be read: write FREQ=WEEKLY;BYDAY=SU',
  'finding.recurs.no-window': '"{{starts}}" is followed by no window of the rule: write an earlier start',
  'finding.recurs.not-a-start':
    '"{{starts}}" is not a time at which the rule begins a window: write {{first}}',
  'finding.recurs.second-of-two':
    '"{{starts}}" is the second of two times that the clock in {{zone}} shows the same: write the first',
  'finding.recurs.overlap':
    '"{{lasts}}" is longer than the time until the next window begins: write how long one window lasts',
  'finding.heading.status':
    '"{{words}}" is not a status: a heading with ## begins with {{known}}, such as "## {{first}} · YYYY-MM-DD hh:mm +07:00"',
  'finding.heading.status-in-english':
    '"{{words}}" is not a status: statuses are written in English, so write "## {{status}} · {{time}}"',
  'finding.heading.unfilled':
    'the heading "{{heading}}" still has a place to be filled in: write what belongs there, without the square brackets',
  'finding.heading.no-time':
    'the heading "{{heading}}" has no time: write it as "## {{first}} · YYYY-MM-DD hh:mm +07:00"',
  'finding.section.level': '"{{heading}}" must have three #: write "### {{words}}"',
  'finding.section.language':
    '"### {{words}}" is not a language: write "### English" or "### Indonesia"; a heading inside the text has ####',
  'finding.section.twice': '"### {{words}}" is twice in this update',
  'finding.section.empty': 'nothing is written under "### {{words}}": write the text there',
  'finding.section.missing':
    '"### {{heading}}" is missing here: write the same text in that language under it',
  'finding.section.title':
    'a heading with one # does not belong in a note: its title is in the facts at the top',
  'finding.section.stray':
    'this text belongs to no language. Every text goes under "### English" or "### Indonesia", which go under a "##" with status and time',
  'finding.update.none': 'the note has no update, so it says nothing',
  'finding.update.none.instead':
    'Append "## {{first}} · YYYY-MM-DD hh:mm +07:00" with both languages below it.',
} as const;
