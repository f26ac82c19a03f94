// A mail, or a page saved as one (MHTML): the HTML or the text of it, its subject as title, its date, its sender; what is attached is opened.
// Invariant: of a saved page only the page itself is read, not the frames and pictures that were saved with it.
import type { Email } from 'postal-mime';
import { done } from '../../model/outcome.ts';
import type { Given, Source } from '../item.ts';
import { isoDate } from './feed-dates.ts';
import {
  type Content,
  damagedBy,
  memberName,
  oneChunk,
  refuseItem,
  tooLarge,
  Unreadable,
  type Visit,
  wholeOf,
} from './form.ts';
import { answerInHtml } from './mail-html.ts';
import { answerIn, hasOwnWords } from './mail-quotes.ts';
import type { Sent } from './mail-sent.ts';
import { isPassedOver, isUnsafeName, refuseName } from './members.ts';
import { endingOf, WALKED } from './recognise.ts';
import { withHeading, withHeadline, wordsOf } from './with-headline.ts';

/** A mail of twenty megabytes in lines as mails have them has three hundred thousand; each costs the same, however short. */
const MOST_LINES = 500_000;

const checkLines = (bytes: Uint8Array, file: string): void => {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0 && lines <= MOST_LINES; at = bytes.indexOf(10, at + 1)) lines += 1;
  if (lines > MOST_LINES)
    throw new Unreadable('too-large', `${file} has more than ${MOST_LINES} lines; no mail has so many.`);
};

const parse = async (bytes: Uint8Array, file: string): Promise<Email> => {
  checkLines(bytes, file);
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 64, maxRfc822NestingDepth: 4 });
  } catch (cause) {
    throw damagedBy(cause, file);
  }
};

const headerOf = (mail: Email, name: string): string | null =>
  mail.headers.find(({ key }) => key === name)?.value?.trim() || null;

const dateOf = (mail: Email): string | null => {
  const written = headerOf(mail, 'date') ?? mail.date ?? null;
  return written === null ? null : (isoDate(written) ?? written);
};

const senderOf = ({ from }: Email): string | null => {
  const name = from?.name?.trim() ?? '';
  return name !== '' ? name : (from?.address ?? null);
};

const givenOf = (mail: Email, given: Given): Given => ({
  ...given,
  published: dateOf(mail) ?? given.published,
  outlet: given.outlet ?? senderOf(mail),
  author: senderOf(mail),
  title: mail.subject?.trim() || given.title,
  id: mail.messageId ?? given.id,
});

/** Of a mail that was sent on, who wrote it and when: that is what its words are of. */
const givenSent = (given: Given, sent: Sent | null): Given =>
  sent === null
    ? given
    : {
        ...given,
        published: sent.date === null ? given.published : (isoDate(sent.date) ?? sent.date),
        author: sent.from ?? given.author ?? null,
        outlet: sent.from ?? given.outlet,
        title: sent.title ?? given.title,
      };

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

type Attached = Email['attachments'][number];

const bytesIn = ({ content }: Attached): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer);

async function* attachedItems(mail: Email, content: Content, visit: Visit): Source {
  for (const attached of mail.attachments) {
    const name = attached.filename ?? '';
    if (attached.related || !WALKED.includes(endingOf(name)) || isPassedOver(name)) continue;
    if (isUnsafeName(name)) yield refuseName(content.file, name);
    else
      yield* visit.open({
        file: memberName(content.file, name),
        name,
        given: { ...content.given, published: dateOf(mail), outlet: content.given.outlet ?? senderOf(mail) },
        mediaType: null,
        chunks: oneChunk(bytesIn(attached)),
        reread: null,
        path: null,
        isNamed: false,
      });
  }
}

export async function* readMail(content: Content, visit: Visit): Source {
  const { itemBytes } = visit.limits;
  const original = await wholeOf(content.chunks, itemBytes);
  if (original === null) return yield tooLarge(content.file, itemBytes);
  const mail = await parse(original, content.file);
  const given = givenOf(mail, content.given);
  const { file } = content;
  const html = mail.html !== undefined && wordsOf(mail.html) !== '' ? mail.html : null;
  const text = mail.text?.trim() ? mail.text : null;
  const { title } = given;
  const answer = html === null ? answerIn(text ?? '', title) : answerInHtml(html, title);
  const item = { form: html === null ? 'text' : 'html', original } as const;
  const note = answer.sent?.note ?? null;
  const hasNote = note !== null && hasOwnWords(note);
  if (hasNote) yield done({ ...item, file, bytes: bytesOf(withHeadline(title, note)), given });
  const own = givenSent(given, answer.sent);
  const words = (html === null ? withHeadline : withHeading)(own.title, answer.words);
  const cut = [
    ...answer.cut,
    ...(note !== null && !hasNote ? [{ text: note, reason: 'note above a mail sent on' }] : []),
  ];
  if (html !== null || text !== null)
    yield done({ ...item, file: hasNote ? memberName(file, 'sent on') : file, bytes: bytesOf(words), given: own, cut });
  else if (mail.attachments.length === 0) yield refuseItem('empty-report', file, `${file} is a mail without words.`);
  yield* attachedItems(mail, content, visit);
}

const BOUNDARY = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;]+))/i;

/** The message cut down to its first part of HTML: frames and adverts that were saved with a page are parts of HTML too. */
const firstPage = (bytes: Uint8Array): Uint8Array => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const headEnd = whole.indexOf('\r\n\r\n') >= 0 ? whole.indexOf('\r\n\r\n') : whole.indexOf('\n\n');
  const [, quoted, plain] = BOUNDARY.exec(whole.toString('latin1', 0, Math.max(0, headEnd))) ?? [];
  const mark = `--${quoted ?? plain ?? ''}`;
  if (mark === '--') return bytes;
  for (let start = whole.indexOf(mark, headEnd); start >= 0; ) {
    const end = whole.indexOf(mark, start + mark.length);
    const head = whole.toString('latin1', start, Math.min(start + 4_096, end < 0 ? whole.length : end));
    if (/^content-type:\s*(?:text\/html|application\/xhtml|multipart\/)/im.test(head))
      return Buffer.concat([whole.subarray(0, end < 0 ? whole.length : end), Buffer.from(`${mark}--\r\n`)]);
    start = end;
  }
  return bytes;
};

const locationOf = (mail: Email, page: Uint8Array): string | null => {
  const own = headerOf(mail, 'snapshot-content-location') ?? headerOf(mail, 'content-location');
  const part = /^content-location:\s*(https?:\S+)/im.exec(
    Buffer.from(page.subarray(0, 65_536)).toString('latin1'),
  )?.[1];
  const address = own ?? part ?? null;
  return address !== null && /^https?:/i.test(address) ? address : null;
};

/** A page saved by a browser: its date is the day it was saved. */
export async function* readSavedPage(content: Content, visit: Visit): Source {
  const { itemBytes } = visit.limits;
  const original = await wholeOf(content.chunks, itemBytes);
  if (original === null) return yield tooLarge(content.file, itemBytes);
  const page = firstPage(original);
  const mail = await parse(page, content.file);
  const { file } = content;
  if (mail.html === undefined) return yield refuseItem('no-article', file, `${file} holds no page.`);
  const given: Given = {
    ...content.given,
    url: content.given.url ?? locationOf(mail, page),
    title: content.given.title ?? mail.subject ?? null,
    captured: dateOf(mail) ?? content.given.captured ?? null,
  };
  yield done({ file, bytes: new TextEncoder().encode(mail.html), form: 'html', given, original });
}
