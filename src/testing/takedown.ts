/** Who has a text taken down, and why, as `npm run log -- takedown` takes it. */
export const STATED = [
  ...['--by', 'compliance'],
  ...['--reason-en', 'It named a person.'],
  ...['--reason-id', 'Menyebut seseorang.'],
];
