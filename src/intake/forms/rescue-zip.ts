// What can still be had of a ZIP that lost its directory, as a download that broke off does: its members, one behind the other.
// Invariant: only members that stand whole before the end are given; the first that does not ends the walk.
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import type { Source } from '../item.ts';
import { type Content, damagedBy, memberName, refuseItem, Unreadable, type Visit } from './form.ts';
import { Growth } from './growth.ts';
import { isPassedOver, isUnsafeName, refuseName } from './members.ts';

/** A member by the head that stands before it. */
interface LocalMember {
  readonly name: string;
  readonly isLocked: boolean;
  readonly packedSize: number;
  /** Its bytes, unpacked as they come. */
  open(): AsyncIterable<Uint8Array>;
}

const HEAD = { length: 30, sign: 0x04034b50 };
const [STORED, DEFLATED] = [0, 8];
/** The sizes stand behind the member, where only its directory could have told them. */
const SIZE_BEHIND = 0x8;
const LOCKED = 0x1;

const readAt = (file: number, at: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, at));
};

const openAt = (path: string, { start, size, method }: { start: number; size: number; method: number }) => {
  if (size === 0) return (async function* (): AsyncGenerator<Uint8Array> {})();
  const packed = createReadStream(path, { start, end: start + size - 1 });
  if (method === STORED) return packed;
  const unpacked = createInflateRaw();
  packed.on('error', (error) => unpacked.destroy(error));
  return packed.pipe(unpacked);
};

/** The members up to the first that is cut, or that does not say how long it is. */
function* localMembers(path: string): Generator<LocalMember> {
  const end = statSync(path).size;
  const file = openSync(path, 'r');
  try {
    for (let at = 0; ; ) {
      const head = readAt(file, at, HEAD.length);
      if (head.length < HEAD.length || head.readUInt32LE(0) !== HEAD.sign) return;
      const [flags, method, size] = [head.readUInt16LE(6), head.readUInt16LE(8), head.readUInt32LE(18)];
      const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
      const start = at + HEAD.length + nameLength + extraLength;
      const isTold = (flags & SIZE_BEHIND) === 0 && size !== 0xffffffff && (method === STORED || method === DEFLATED);
      if (!isTold || start + size > end) return;
      const name = readAt(file, at + HEAD.length, nameLength).toString('utf8');
      const open = () => openAt(path, { start, size, method });
      yield { name, isLocked: (flags & LOCKED) !== 0, packedSize: size, open };
      at = start + size;
    }
  } finally {
    closeSync(file);
  }
}

async function* bytesIn(member: LocalMember, file: string, visit: Visit): AsyncGenerator<Uint8Array> {
  const growth = new Growth(visit, file);
  growth.add(member.packedSize, 0);
  try {
    for await (const bytes of member.open()) {
      growth.add(0, bytes.length);
      yield bytes;
    }
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : damagedBy(cause, file);
  }
}

const readMember = (member: LocalMember, { file, given }: Content, visit: Visit): Source => {
  const own = memberName(file, member.name);
  const chunks = bytesIn(member, own, visit);
  const bare = { mediaType: null, reread: null, path: null, isNamed: false };
  return visit.open({ ...bare, file: own, name: member.name, given, chunks });
};

/** Its whole members, and then what is wrong with it. */
export async function* rescueZip(path: string, content: Content, visit: Visit): Source {
  const { file, name } = content;
  const isCrawl = /\.wacz$/i.test(name);
  let count = 0;
  for (const member of localMembers(path)) {
    count += 1;
    if (count > visit.limits.members) break;
    if (isUnsafeName(member.name)) yield refuseName(file, member.name);
    else if (isCrawl ? !/\.warc(?:\.gz)?$/i.test(member.name) : isPassedOver(member.name)) continue;
    else if (member.isLocked)
      yield refuseItem('locked', memberName(file, member.name), `${member.name} in ${file} is locked by a password.`);
    else yield* readMember(member, content, visit);
  }
  const had = count === 0 ? 'nothing of it can be read' : `${count} whole members before the cut were looked at`;
  const reason = `${file} has no directory at its end, as a ZIP has: it was cut short, or is none; ${had}. Fetch it again for the rest.`;
  yield refuseItem('damaged', file, reason);
}
