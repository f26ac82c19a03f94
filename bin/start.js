// Starts the command line under a Node that is new enough. In a checkout the bundle of `npm install` starts as long as
// nothing in `src` is newer, else `src` itself, so that a stale build never runs; the published package has only `dist`,
// because Node refuses TypeScript under node_modules.
'use strict';

const { existsSync, readdirSync, statSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');

enableCompileCache();

// node:sqlite was marked experimental in early releases of Node 24; that is our concern, not the reader's of stderr.
const emitWarning = process.emitWarning;
process.emitWarning = (warning, ...rest) => {
  const type = typeof rest[0] === 'object' ? rest[0]?.type : rest[0];
  if ((warning?.name ?? type) !== 'ExperimentalWarning' && type !== 'ExperimentalWarning')
    emitWarning.call(process, warning, ...rest);
};

// Handed over by an older Node: end with it, also where it was killed and could pass nothing on.
if (process.env.WHOHOLDS_STARTED_BY && process.channel) {
  process.on('disconnect', () => process.exit(3));
  process.channel.unref();
}

const root = join(__dirname, '..');
const checkout = join(root, 'src', 'cli.ts');
const bundle = join(root, 'dist', '.command', 'cli.js');

/** Whether a file or folder below `folder`, or the folder itself, was changed after a time. */
const hasNewer = (folder, time) =>
  statSync(folder).mtimeMs >= time ||
  readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? hasNewer(path, time) : statSync(path).mtimeMs >= time;
  });

const isFresh = () => {
  if (!existsSync(bundle)) return false;
  const time = statSync(bundle).mtimeMs;
  return !hasNewer(join(root, 'src'), time) && statSync(join(root, 'package-lock.json')).mtimeMs < time;
};

const startFile = () => {
  if (!existsSync(checkout)) return join(root, 'dist', 'cli.js');
  return isFresh() ? bundle : checkout;
};
const file = startFile();
// The compile cache keeps what is compiled when a file is loaded: with every function among it, none has to be compiled
// again at each start (a tenth of the time that reading one report takes).
if (file === bundle) setFlagsFromString('--no-lazy');
import(pathToFileURL(file).href)
  .then((cli) => cli.main())
  .catch((error) => {
    // The command line reports its own faults: what arrives here is a broken installation or a mistake of ours.
    console.error(error);
    process.exitCode = 3;
  });
