// What `npm install` built of a checkout, as long as nothing that it was made of is newer: so a stale build never runs.
// The oldest JavaScript, for the launcher asks before it knows under which Node it runs.
'use strict';

var crypto = require('node:crypto');
var fs = require('node:fs');
var path = require('node:path');

var root = path.join(__dirname, '..');

/** Whether a file or folder below `folder`, or the folder itself, was changed after a time. */
function hasNewer(folder, time) {
  if (fs.statSync(folder).mtimeMs >= time) return true;
  return fs.readdirSync(folder, { withFileTypes: true }).some((entry) => {
    var inside = path.join(folder, entry.name);
    return entry.isDirectory() ? hasNewer(inside, time) : fs.statSync(inside).mtimeMs >= time;
  });
}

/** The file, where it is there and newer than `src` and the packages' lock; else null. */
function fresh(file) {
  if (!fs.existsSync(file)) return null;
  var time = fs.statSync(file).mtimeMs;
  if (hasNewer(path.join(root, 'src'), time)) return null;
  return fs.statSync(path.join(root, 'package-lock.json')).mtimeMs < time ? file : null;
}

/** Where the snapshot of this checkout for this very Node lies: another Node cannot read it, nor may another folder. */
function snapshotPath(node) {
  var binary = fs.realpathSync(node);
  var stat = fs.statSync(binary);
  var words = [fs.realpathSync(root), binary, stat.size, stat.mtimeMs].join('\n');
  var key = crypto.createHash('sha256').update(words).digest('hex').slice(0, 16);
  return path.join(root, 'dist', '.command', `ready-${key}.blob`);
}

/** Where the size of a snapshot stands: Node does not survive one that was cut short. */
function sizePath(snapshot) {
  return `${snapshot}.size`;
}

function whole(snapshot) {
  if (snapshot === null || !fs.existsSync(sizePath(snapshot))) return null;
  return Number(fs.readFileSync(sizePath(snapshot), 'utf8')) === fs.statSync(snapshot).size ? snapshot : null;
}

exports.snapshotPath = snapshotPath;
exports.sizePath = sizePath;
exports.findSnapshot = (node) => whole(fresh(snapshotPath(node)));
exports.findBundle = () => fresh(path.join(root, 'dist', '.command', 'cli.js'));
