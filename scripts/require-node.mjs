// Runs before everything else, on whatever Node is there, so it is plain JavaScript without imports.
// On Linux and Windows the lock file brings Node 24 into node_modules/.bin; elsewhere a newer one is asked for.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `Terang needs Node 22.12 or newer; this is ${process.versions.node}. ` +
      'On macOS install it from nodejs.org or with "brew install node@24", then run "npm ci" again.\n',
  );
  process.exit(1);
}
