/** What the rules for notes find, and what to write instead. */
export const findings = {
  'finding.advice.one-of': 'Write one of: {{known}}.',
  'finding.advice.none-yet': 'There is none yet that could be written.',
  'finding.advice.meant': 'Did you mean "{{meant}}"? There are: {{known}}.',
  'finding.defect': 'the note could not be checked because of a defect in this program ({{name}})',
  'finding.characters.hidden': 'the character {{character}} is invisible, or reverses the words around it',
  'finding.characters.hidden.instead': 'Delete it; if nothing is visible there, retype the word.',
  'finding.characters.mixed': '"{{word}}" mixes Latin letters with those of another script that look alike',
  'finding.characters.mixed.instead': 'Retype the whole word in one script.',
  'finding.example':
    'these are the words of the example in {{guide}}, which describes something that never happened',
  'finding.example.instead':
    'Write what happened here, in your own words; what is published stays visible forever.',
  'finding.unfilled.place': '{{place}} still has to be filled in',
  'finding.unfilled.place.instead':
    'Write what belongs there, without the square brackets, or remove the sentence.',
  'finding.unfilled.footnote': 'this is the mark of a footnote that has no text',
  'finding.unfilled.footnote.instead':
    'Write what it says into the text, in (brackets): feeds and messages cannot show footnotes.',
  'finding.beginning.status': 'the first update is "{{status}}", but nothing was published before it',
  'finding.beginning.status.instead': 'Begin with {{known}}.',
  'finding.beginning.well': 'the title says that all is well, but the incident is open',
  'finding.beginning.well.instead':
    'Write what is disturbed, such as "Daily distribution delayed" / "Distribusi harian tertunda".',
  'finding.title.quoted': 'the quotation marks around {{title}} would be shown as a part of the title',
  'finding.title.quoted.instead': 'Write straight ones (") around it, or none.',
  'finding.facts.system': '"{{name}}" is not a known system',
  'finding.facts.system.instead': '{{advice}}',
  'finding.facts.component': '"{{name}}" is not a component of {{system}}',
  'finding.facts.component.instead': '{{advice}}',
  'finding.facts.severity': '"{{name}}" is not a severity of {{system}}',
  'finding.facts.severity.instead': '{{advice}}',
  'finding.facts.playbook': '"{{name}}" is not a playbook of {{system}}',
  'finding.facts.playbook.instead': '{{advice}}',
  'finding.facts.component-twice': 'the component "{{name}}" is listed twice',
  'finding.facts.component-twice.instead': 'Keep it once.',
  'finding.title.long': 'the title has {{length}} characters, more than the {{most}} that fit into a list',
  'finding.title.long.instead': 'Say in a few words what is disturbed; the rest belongs in the update.',
  'finding.checklist.missing':
    'an incident of severity "{{severity}}" cannot be called resolved without its checklist',
  'finding.checklist.missing.instead':
    'To tell the public now that it is over, write "## Over · …" in place of "## Resolved · …". To close it, add "checklist:" with {{parts}}; npm run incident resolve asks for each of them.',
  'finding.checklist.parts':
    'summary, impact, time_to_recover, changes (each with evidence), health_revalidated, rls_revalidated, documents_updated',
  'finding.checklist.needless':
    'an incident of severity "{{severity}}" needs no checklist, so there is nothing left to close it with',
  'finding.checklist.needless.instead': 'Write "## Resolved · …" in place of "## Over · …".',
  'finding.checklist.early': '"{{field}}" is before the incident started',
  'finding.checklist.early.instead': 'Write when it was verified again after the repair.',
  'finding.checklist.future': '"{{field}}" is in the future',
  'finding.checklist.future.instead': 'Write when it was verified again after the repair.',
  'finding.checklist.took':
    '"time_to_recover" is {{took}}, but the time between "started" and "resolved" is different',
  'finding.checklist.took.instead': 'Correct the one that is wrong, or say in the summary what is counted.',
  'finding.times.order': 'update {{number}} is earlier than update {{above}}, which is above it',
  'finding.times.order.instead': '{{advice}}',
  'finding.times.correct-order': 'Correct the time; the newest update comes at the end of the file.',
  'finding.times.other-zone':
    'One of them is written with {{one}}, the other with {{other}}: write the offset that was meant (WIB is +07:00).',
  'finding.times.update-in-future': 'the time of update {{number}} is in the future',
  'finding.times.update-in-future.instead': 'Check the day, the hour and the offset (WIB is +07:00).',
  'finding.times.fact-in-future': '"{{field}}" is in the future',
  'finding.times.fact-in-future.instead': 'Check the day, the hour and the offset (WIB is +07:00).',
  'finding.times.started-late': 'it started after its first update was written',
  'finding.times.started-late.instead': '{{advice}}',
  'finding.times.correct-started': 'Correct "started" or the update’s time.',
  'finding.times.resolved-early': 'it was resolved before it started',
  'finding.times.resolved-early.instead': 'Correct "resolved" or "started".',
  'finding.times.still-open': '"resolved" is set, but the last update says "{{heading}}"',
  'finding.times.still-open-silent': '"resolved" is set, but no update states that status',
  'finding.times.still-open.instead':
    'Append an update "## Resolved · …", or remove "resolved" while it is ongoing.',
  'finding.times.still-open-silent.instead':
    'Append an update "## Resolved · …", or remove "resolved" while it is ongoing.',
  'finding.times.resolved-late': 'it was resolved later than the update that says so',
  'finding.times.resolved-late.instead':
    'Write in "resolved" when it was over, and in the heading when you write the update.',
  'finding.times.unresolved':
    'the last update says "{{heading}}", but the facts at the top do not say when it was over',
  'finding.times.unresolved.instead': '{{advice}}',
  'finding.times.add-line': 'Add the line: {{line}}',
  'finding.times.add-resolved': 'Add a line "resolved:" with the time when it was over.',
  'finding.times.add-next': 'Add a line "next_update_by:" with the time by which the next one is due.',
  'finding.times.no-next': 'it does not say when the next update is due',
  'finding.times.no-next.instead': '{{advice}}',
  'finding.times.next-after-end': 'it is over, so no next update is due',
  'finding.times.next-after-end.instead': 'Remove "next_update_by".',
  'finding.times.next-passed': 'the next update is announced for a time that is not after the last one',
  'finding.times.next-passed.instead': 'Write the latest time at which the next update comes.',
  'finding.file-date': '"started" says that it began on {{began}}, but the name of the file says {{named}}',
  'finding.file-date.instead': 'Name the file {{name}}, or correct "started".',
  'finding.late.incident': 'this first note comes {{days}} days after the incident began',
  'finding.late.incident.instead':
    'Correct "started"; or, if the time is right, add the line: late_reason: { en: "…", id: "…" }, which tells the public why it is published only now.',
  'finding.late.maintenance': 'this first note comes {{days}} days after the maintenance was over',
  'finding.late.maintenance.instead':
    'Correct "starts"; or, if the time is right, add the line: late_reason: { en: "…", id: "…" }, which tells the public why it is published only now.',
  'finding.window': 'no window begins at this time, so none is cancelled',
  'finding.window.instead': 'Write the time at which the window would have begun, with its offset.',
  'finding.withdrawn.unsaid': '"withdrawn_by" is set, but no update says that the note is withdrawn',
  'finding.withdrawn.unsaid.instead':
    'Append an update "## Withdrawn · …" that says why, or remove "withdrawn_by".',
  'finding.withdrawn.unpublished': 'this note was never published, so there is nothing to withdraw',
  'finding.withdrawn.unpublished.instead': 'Delete the file: nobody has seen it on the site.',
  'finding.withdrawn.by-nobody': 'it is withdrawn, but the facts at the top do not say by whom',
  'finding.withdrawn.by-nobody.instead':
    'Add the line: withdrawn_by: { en: "…", id: "…" }, with the role that decided it and not the name of a person.',
  'finding.withdrawn.goes-on': 'the note was withdrawn, and an update "{{status}}" follows',
  'finding.withdrawn.goes-on.instead':
    'Begin a new note for what happens now; only a correction can follow here.',
  'finding.language.checklist': '"{{field}}" is in one language only',
  'finding.language.checklist.instead': 'Write { en: "…", id: "…" }, or a link alone.',
  'finding.language.title': 'the title is the same in both languages',
  'finding.language.title.instead': 'Write title.id in Indonesian.',
  'finding.language.same': 'update {{number}} has the same text under "### English" and "### Indonesia"',
  'finding.language.same.instead':
    'Write the English text under "### English" and its translation under "### Indonesia".',
  'finding.language.swapped': 'the two languages of update {{number}} are swapped',
  'finding.language.swapped.instead': 'Swap the headings "### English" and "### Indonesia".',
  'finding.language.not-en': 'the text of update {{number}} under "### English" is not English',
  'finding.language.not-en.instead': 'Write it in English.',
  'finding.language.not-id': 'the text of update {{number}} under "### Indonesia" is not Indonesian',
  'finding.language.not-id.instead': 'Write it in Indonesian.',
  'finding.numbers':
    'update {{number}} has figures in one language that the other does not have: {{figures}}',
  'finding.numbers.instead': 'Compare both texts: a time or an amount must be the same in both.',
  'finding.promise': '"{{words}}" promises a result, a profit or a return, which no public text may do',
  'finding.promise.instead': '{{advice}}',
  'finding.promise.guarantee':
    'Say what happened and what is being done. Of a service, write "objective" / "target". To deny a promise, say so in one sentence: "This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
  'finding.promise.name':
    'Call it what it is in the data, even in a plain fact: "distribution", "revenue", "amount" / "distribusi", "pendapatan", "jumlah". To deny a promise, say so in one sentence: "This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
  'finding.promise.happened':
    'Say what happened and what is being done. To deny a promise, say so in one sentence: "This page does not promise results." / "Halaman ini tidak menjanjikan hasil."',
  'finding.promise.money':
    'Say only what was checked, and when: "The balances in the ledger agree with the wallets at 16:30 WIB." / "Saldo di buku besar cocok dengan dompet pada pukul 16.30 WIB."',
  'finding.promise.next':
    'Say what is being done and when the next update comes: "The next update follows by 18:00 WIB." / "Pembaruan berikutnya menyusul sebelum pukul 18.00 WIB."',
  'finding.promise.recurrence':
    'Say what happened and what is being done. Say what was changed, not what it prevents.',
  'finding.secret': 'this looks like a secret ({{kind}})',
  'finding.secret.instead':
    'Remove it, and replace the secret itself: whatever was committed must be considered known.',
  'finding.private-key.instead':
    'Remove it at once, and move what it opens to another wallet: whatever was committed must be considered known.',
  'finding.private-key.key': 'this is a private key',
  'finding.private-key.seed-phrase': 'this is a seed phrase',
  'finding.private-key.unnamed':
    'these 64 characters may be a private key: nothing before them says what they are',
  'finding.private-key.unnamed.instead':
    'If it is one, remove it at once. Otherwise say what it is, such as "hash" or "transaction", before it.',
  'finding.contact.e-mail': 'this is an e-mail address',
  'finding.contact.e-mail.instead':
    'Link to the page where people can write to you; leave out personal addresses.',
  'finding.contact.identity': 'this looks like the identity number of a person (NIK)',
  'finding.contact.identity.instead':
    'Remove it: it identifies a person. If it is an amount, write it with its separators.',
  'finding.contact.account': 'this looks like the number of a bank account',
  'finding.contact.account.instead': 'Remove it; name the transaction or the batch instead.',
  'finding.contact.telephone': 'this is a telephone number',
  'finding.contact.telephone.instead':
    'Link to the page where people can reach you; leave out personal numbers.',
  'finding.wallet': 'this is the address of a wallet that is not one of the official ones',
  'finding.wallet.instead':
    'Name the transaction instead, or leave it out; official addresses are on the wallets page.',
  'finding.link.instead':
    'Write an address that begins with https://, or one of this site that begins with /en/ or /id/.',
  'finding.link.hides': 'the link "{{url}}" contains a character that hides where it leads',
  'finding.link.unreadable': 'the link "{{url}}" cannot be read as an address',
  'finding.link.nowhere': 'the link "{{url}}" does not lead to a page',
  'finding.link.unencrypted': 'the link "{{url}}" is not encrypted',
  'finding.link.unencrypted.instead': 'Write {{meant}}.',
  'finding.link.bare': 'the link "{{url}}" does not begin with https://',
  'finding.link.bare.instead': 'Write https://{{url}}.',
  'finding.link.missing': 'the file "{{url}}" is not there',
  'finding.link.missing.instead':
    'Put it in the folder beside the note and write its path from there, such as images/delay.png.',
  'finding.image.space': '"{{url}}" is not read as an image, because its name has a space',
  'finding.image.space.instead': '{{advice}}',
  'finding.image.rename':
    'Rename the file on your computer, without spaces, upload it again, and write that name here.',
  'finding.image.rename-to':
    'Rename the file on your computer to "{{name}}", upload it again under that name, and write ![what it shows]({{path}}).',
  'finding.image.address': 'this image refers to an address that is elsewhere in the note',
  'finding.image.address.instead': 'Write it here: ![what it shows](images/name.png).',
  'finding.image.svg': 'the image "{{url}}" is an SVG, which can hold programs',
  'finding.image.svg.instead':
    'Open it in an image editor and save it as PNG (a screenshot, a chart) or JPEG (a photograph), then write that name here.',
  'finding.image.other-format':
    'the image "{{url}}" is not a PNG, JPEG or WebP, the only formats that this site shows',
  'finding.image.other-format.instead':
    'Open it in an image editor and save it as PNG (a screenshot, a chart) or JPEG (a photograph), then write that name here.',
  'finding.image.large': 'the image "{{url}}" is larger than 1 MB, too large for a phone with a weak signal',
  'finding.image.large.instead': 'Cut out the part that matters, or save it smaller or as JPEG.',
  'finding.image.none': 'the file "{{url}}" is not an image, whatever its name says',
  'finding.image.none.instead':
    'Open it in an image editor and save it as PNG (a screenshot, a chart) or JPEG (a photograph).',
  'finding.image.misnamed': 'the file "{{url}}" is named as a {{said}} but contains a {{is}}',
  'finding.image.misnamed.instead': 'Rename it so that it ends in {{ending}}, and write that name here.',
  'finding.image.damaged': 'the image "{{url}}" is cut off or damaged',
  'finding.image.damaged.instead': 'Save or upload it again.',
  'finding.image.moves': 'the image "{{url}}" is animated, which keeps many people from reading',
  'finding.image.moves.instead': 'Save one still picture of it.',
  'finding.image.side': 'the image "{{url}}" is {{width}} × {{height}} pixels, more than a phone can show',
  'finding.image.side.instead': 'Save it smaller: at most {{most}} pixels on its longer side.',
  'finding.image-metadata': 'the file "{{url}}" contains more than the picture: {{carried}}',
  'finding.image-metadata.instead':
    'Remove that: on Windows right-click the file, Properties, Details, "Remove Properties and Personal Information"; on a Mac drop it onto the free app ImageOptim; in a terminal "exiftool -all= " and the name of the file. Then upload it again. If it showed a place or a person, also tell whoever looks after this repository: git keeps the first upload.',
  'finding.carried.EXIF': 'EXIF, which can tell where, when and with which device it was taken',
  'finding.carried.XMP': 'XMP, which can tell the same and who made it',
  'finding.carried.IPTC': 'IPTC, which can name people and places',
  'finding.carried.remark': 'a hidden text',
  'finding.carried.rest': 'data after the end of the picture',
  'finding.image-pair':
    'update {{number}} shows images in one language that the other does not have: {{en}} under "### English", {{id}} under "### Indonesia"',
  'finding.image-pair.instead':
    'Show the same image under both, with a text in each language: ![what it shows](images/name.png).',
  'finding.published-image.exchanged':
    'the image "{{path}}" was published, but its file has been replaced by another since',
  'finding.published-image.exchanged.instead':
    'Restore the first file. Give the new one a name of its own, and show it in a new update "## Correction · …".',
  'finding.published.moved': 'this was published as update {{was}} but is now update {{is}}',
  'finding.published.moved.instead':
    'Put it back where it was; a new update is appended at the end of the file.',
  'finding.published.gone': 'update {{number}} was published and is no longer here',
  'finding.published.gone.instead':
    'Restore it as it was, and append an update "## Correction · …" that says what was wrong.',
  'finding.published.altered': 'update {{number}} differs from what was published ({{differences}})',
  'finding.published.altered.instead': '{{advice}}',
  'finding.published.put-back':
    'Restore what was published: {{said}} - and append an update "## Correction · …" with what is right.',
  'finding.published.put-back-unsaid':
    'Restore it as it was, and append an update "## Correction · …" with what is right.',
  'finding.difference.status': 'its status',
  'finding.difference.time': 'its time',
  'finding.difference.en': 'its English text',
  'finding.difference.id': 'its Indonesian text',
  'finding.published.file-gone': 'this note was published and its file is no longer here',
  'finding.published.file-gone.instead':
    'Restore the file under its old name; say what was wrong in a "## Correction" at its end.',
  'finding.published.lost':
    'what was published of this note can no longer be read, so no other text can take its place',
  'finding.renamed':
    'this was published in "{{name}}", which is no longer there: under another name it would be published twice',
  'finding.renamed.instead': 'Name the file {{name}} again; what is new is appended there.',
  'finding.correction.altered': 'the correction of "{{field}}" was published and has been changed or removed',
  'finding.correction.altered.instead':
    'Restore it as it was; a further correction is another entry at the end.',
  'finding.correction.gone': '"{{field}}" was published as "{{was}}" and is gone',
  'finding.correction.gone.instead': 'Restore it, or add under "corrections:" the line - {{entry}}',
  'finding.correction.changed': '"{{field}}" was published as "{{was}}" and is now "{{is}}"',
  'finding.correction.changed.instead': 'Restore it, or add under "corrections:" the line - {{entry}}',
  'finding.correction.future': 'the time of this correction is in the future',
  'finding.correction.future.instead': 'Write when you correct it.',
  'finding.correction.unknown': '"{{field}}" is not a published fact',
  'finding.correction.unknown.instead': 'Write one of: {{known}}.',
  'finding.correction.otherwise': '"{{field}}" was not published as "{{said}}" but as "{{was}}"',
  'finding.correction.otherwise.instead': 'Write was: "{{was}}".',
  'finding.correction.unchanged': '"{{field}}" is still "{{was}}", so nothing is corrected',
  'finding.correction.unchanged.instead': 'Change the fact as well.',
  'finding.corrected-words.unquoted':
    'the correction does not quote under "### {{heading}}" which words were wrong, so it cannot be shown beside them',
  'finding.corrected-words.unquoted.instead':
    'If words of an update were wrong, begin with them, copied from there, in a line that begins with "> "; then an empty line, and what is right.',
  'finding.corrected-words.silent':
    'the correction quotes words under "### {{heading}}", and does not say what is right',
  'finding.corrected-words.silent.instead': 'Write it below them, after an empty line.',
  'finding.corrected-words.not-there':
    'the words that the correction quotes under "### {{heading}}" are in no update above it',
  'finding.corrected-words.not-there.instead':
    'Copy them letter for letter from the update; a few words of it are enough.',
  'finding.refused.unreadable': 'the note cannot be read as one, or names an unknown system or severity',
  'finding.refused.replaced':
    'the image "{{path}}" was published but its file is another now; restore it, and show the other one under a name of its own in a new update',
  'finding.refused.unusable': 'the image "{{path}}" is not there, or not one that can be shown',
  'finding.refused.update-gone':
    'update {{number}} is no longer there; restore it, and say what was wrong in a new "## Correction" at the end',
  'finding.refused.update-altered':
    'update {{number}} is not as it was published; restore it, and say what was wrong in a new "## Correction" at the end',
} as const;
