/** The options that make git commit under a name. */
export type Identity = readonly string[];

/** The account that GitHub's own runs commit under: its commits are shown with its picture there. */
const GITHUB = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};
const ELSEWHERE = { name: 'Terang', email: 'terang@localhost' };

/** Who commits content: never the person who happens to own the machine. GIT_AUTHOR_NAME and the like go before. */
export function botIdentity(environment: Readonly<Record<string, string | undefined>>): Identity {
  const { name, email } = environment.GITHUB_ACTIONS === 'true' ? GITHUB : ELSEWHERE;
  return ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
}
