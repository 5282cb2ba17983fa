import './last-words.ts';
import path from 'node:path';
import { languagesOf } from '../src/incidents/accept/languages.ts';
import { incidentCommand } from '../src/incidents/author/command.ts';
import { askOnTerminal } from '../src/incidents/author/terminal.ts';
import { ending } from './ending.ts';

// npm run incident -- new | update | resolve | postmortem | maintenance | message | drafts
// --lang en|id, TERANG_LANG  the language of questions and errors, otherwise that of the terminal
// TERANG_CONTENT, TERANG_DRAFTS  other folders than content and .terang/drafts
await ending(async () => {
  const { text, exitCode } = await incidentCommand(
    {
      contentRoot: process.env.TERANG_CONTENT ?? 'content',
      draftsFolder: process.env.TERANG_DRAFTS ?? path.join('.terang', 'drafts'),
      now: `${new Date().toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length)}:00Z`,
      zone: 'Asia/Jakarta',
      language: languagesOf(undefined, process.env)[0] ?? 'en',
      asker: process.stdin.isTTY === true ? askOnTerminal : null,
    },
    process.argv.slice(2),
  );
  if (exitCode === 0) console.log(text);
  else console.error(text);
  process.exitCode = exitCode;
});
