// A mailbox to its mails, as it streams. Invariant: no more than one mail is held; one beyond the limit is refused and the next still comes.
import type { Source } from '../item.ts';
import { ByteWindow } from './byte-window.ts';
import { type Content, memberName, oneChunk, refuseItem, tooLarge, type Visit } from './form.ts';

const MARK = Buffer.from('\nFrom ');
const LOOK = 1_048_576;

const isMarkLine = (line: string): boolean => /^From \S.*\d{2}:\d{2}/.test(line);

/** Where the next mail begins after `from`: at a line that opens one and stands behind a blank line; -1 where none is in the window. */
const nextMail = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    const isAfterBlank = bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10);
    if (isAfterBlank && isMarkLine(bytes.toString('latin1', at + 1, at + 200))) return at + 1;
  }
  return -1;
};

/** The mail at the window's start, taken from it; null where it is larger than the limit. */
const takeMail = async (window: ByteWindow, limit: number): Promise<Uint8Array | null> => {
  let isTooLarge = false;
  for (let from = 0; ; ) {
    const isMore = await window.fill(from + LOOK);
    const end = nextMail(window.bytes, from);
    const length = end >= 0 ? end : isMore ? -1 : window.bytes.length;
    if (length >= 0) {
      const mail = isTooLarge || length > limit ? null : new Uint8Array(window.bytes.subarray(0, length));
      window.drop(length);
      return mail;
    }
    from = Math.max(0, window.bytes.length - 256);
    if (from > limit) {
      isTooLarge = true;
      window.drop(from);
      from = 0;
    }
  }
};

/** Without the line that opens it, its own lines that look like one as they were written. */
const unquoted = (mail: Uint8Array): Uint8Array => {
  const text = Buffer.from(mail.buffer, mail.byteOffset, mail.length).toString('latin1');
  return new Uint8Array(Buffer.from(text.replace(/^From [^\n]*\n/, '').replace(/^>(>*From )/gm, '$1'), 'latin1'));
};

const idOf = (mail: Uint8Array): string | null =>
  /^message-id:\s*<([^>\s]+)>/im.exec(Buffer.from(mail.subarray(0, 16_384)).toString('latin1'))?.[1] ?? null;

export async function* readMbox(content: Content, visit: Visit): Source {
  const window = new ByteWindow(content.chunks);
  const { limits } = visit;
  try {
    for (let number = 1; (await window.fill(1)) && window.bytes.length > 0; number += 1) {
      if (number > limits.members)
        return yield refuseItem(
          'too-many-members',
          content.file,
          `${content.file} has more than ${limits.members} mails.`,
        );
      const mail = await takeMail(window, limits.itemBytes);
      const name = memberName(content.file, (mail === null ? null : idOf(mail)) ?? `mail ${number}`);
      if (mail === null) yield tooLarge(name, limits.itemBytes);
      else
        yield* visit.open({
          file: name,
          name: 'mail.eml',
          given: content.given,
          mediaType: 'message/rfc822',
          chunks: oneChunk(unquoted(mail)),
          reread: null,
          path: null,
          isNamed: false,
        });
    }
  } finally {
    await window.close();
  }
}
