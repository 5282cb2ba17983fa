/** What a site is built from, and how anyone builds it again. */
export const builds = {
  'builds.title': 'What this site was built from',
  'builds.from':
    'Built from commit {{commit}}, as of {{when}}. The same commit as of the same second makes the same bytes: whoever has the repository of this site can build it again, and compare every file with what is served here. That runs the code of the commit: read it first, or do it on a machine that you can spare.',
  'builds.not.not-committed':
    'Readers can not build this site again, so whether its pages are what its source makes can not be checked: its content stands in no commit. A demo invents its content each time it is started.',
  'builds.not.changed':
    'Readers can not build this site again, so whether its pages are what its source makes can not be checked: it was built from files that were not committed.',
  'builds.not.no-repository':
    'Readers can not build this site again, so whether its pages are what its source makes can not be checked: it was not built in a git repository.',
  'builds.not.known': 'What this page was built from is not known.',
  'builds.check': 'Build it again, and compare',
  'builds.list':
    '{{list}} holds the SHA-256 of every file of this build but two: a list can not hold its own, and {{statement}} holds that of the list. In a copy of the site, sha256sum -c log/build.sha256 compares all the others.',
  'builds.entered': 'Builds in the log',
  'builds.enteredWhen':
    'A build is entered into the log once it is published, so that this one is listed by the next.',
  'builds.none': 'No build has been entered yet.',
  'builds.at': 'As of',
  'builds.commit': 'Commit',
  'builds.files': 'Files',
  'builds.hash': 'SHA-256 of their list',
  'builds.verifier': 'SHA-256 of verify.mjs',
} as const;
