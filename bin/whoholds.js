#!/usr/bin/env node
// The command's first step, in the oldest JavaScript, so that any Node can read it (bin/package.json makes it CommonJS).
// Invariant: whoholds itself never runs on less than Node 24; an older Node hands over to the one installed beside it.
'use strict';

var NEEDED = 24;
/** Node's own exit status where a snapshot was made by another Node. */
var SNAPSHOT_REFUSED = 14;
/**
 * A pattern runs over a whole text: compiled at once it is faster than tried uncompiled first. What reading one report makes and
 * throws away has room: collected on the way, with all that stands ready looked through, it takes a fifth of the time.
 */
var READY_FLAGS = ['--no-regexp-tier-up', '--initial-old-space-size=256'];
var fs = require('node:fs');
var path = require('node:path');
var findBuilt = require('./find-built.js');

/** The package `node`, in this package's own node_modules or beside it in another's; null where there is none. */
function findNode() {
  var name = path.join('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  var own = path.join(__dirname, '..', 'node_modules', name);
  if (fs.existsSync(own)) return own;
  var beside = path.join(__dirname, '..', '..', name);
  return /[\\/]node_modules[\\/][^\\/]+[\\/]bin$/.test(__dirname) && fs.existsSync(beside) ? beside : null;
}

/** Runs the same command under another Node, or another start of it: its exit is ours, our signals are its, and it does not outlive us. */
function handOver(node, flags) {
  var env = Object.assign({}, process.env, { WHOHOLDS_STARTED_BY: String(process.pid) });
  var child = require('node:child_process').spawn(node, flags.concat([__filename], process.argv.slice(2)), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: env,
  });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      // A terminal sends its Ctrl-C to both already.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    });
  });
  child.on('error', (error) => {
    console.error(`whoholds: ${node} does not start (${error.message}); install Node ${NEEDED}.`);
    process.exit(3);
  });
  child.on('exit', (code, signal) => {
    // It has not begun: the same once more, started plainly.
    if (code === SNAPSHOT_REFUSED && flags.length > 0) {
      handOver(node, []);
      return;
    }
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * The flags of the start that stands ready (scripts/ready.ts), for `read` alone, which should answer at once; null where there is
 * none, or where Node was given flags of its own, under which a snapshot may not start.
 */
function readyFlags(node) {
  if (process.argv[2] !== 'read' || process.execArgv.length > 0 || process.env.NODE_OPTIONS) return null;
  var snapshot = findBuilt.findSnapshot(node);
  return snapshot && READY_FLAGS.concat('--snapshot-blob', snapshot);
}

function main() {
  var node = process.env.WHOHOLDS_STARTED_BY ? null : findNode();
  var flags = node && readyFlags(node);
  if (flags) {
    handOver(node, flags);
    return;
  }
  if (parseInt(process.versions.node, 10) >= NEEDED) {
    require('./start.js');
    return;
  }
  if (node) {
    handOver(node, []);
    return;
  }
  console.error(`whoholds needs Node ${NEEDED} or newer; this is Node ${process.versions.node}.`);
  process.exit(3);
}

main();
