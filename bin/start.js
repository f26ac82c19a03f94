// Starts the command line under a Node that is new enough. In a checkout `src` wins, so that a stale build never runs;
// the published package has only `dist`, because Node refuses TypeScript under node_modules.
'use strict';

const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

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

const checkout = join(__dirname, '..', 'src', 'cli.ts');
const file = existsSync(checkout) ? checkout : join(__dirname, '..', 'dist', 'cli.js');
import(pathToFileURL(file).href)
  .then((cli) => cli.main())
  .catch((error) => {
    // The command line reports its own faults: what arrives here is a broken installation or a mistake of ours.
    console.error(error);
    process.exitCode = 3;
  });
