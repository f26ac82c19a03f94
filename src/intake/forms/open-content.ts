// Content of any form to its items: the form recognised, opened, and whatever breaks inside turned into a refusal.
// Invariant: never throws on what it reads; a fault of the world goes through.
import { Fault, type Outcome } from '../../model/outcome.ts';
import type { Source } from '../item.ts';
import type { Limits } from '../limits.ts';
import { type Columns, type Content, type Form, oneChunk, refuseItem, Unreadable, type Visit } from './form.ts';
import { bytesOf, Growth, measured } from './growth.ts';
import { gunzip } from './gunzip.ts';
import { type Peeked, peek } from './peek.ts';
import { readFeed } from './read-feed.ts';
import { readMarkdown, readPage, readText } from './read-leaf.ts';
import { readMail, readSavedPage } from './read-mail.ts';
import { readMbox } from './read-mbox.ts';
import { readPdf } from './read-pdf.ts';
import { readRecords, readTable } from './read-table.ts';
import { readTar } from './read-tar.ts';
import { readPackedWarc, readWarc } from './read-warc.ts';
import { readZip } from './read-zip.ts';
import { endingOf, type FormName, recognise } from './recognise.ts';
import { recording } from './recording.ts';

const HEAD = 8_192;

/** gzip around one file, a tar or a web archive, which is opened under the name without the ending. */
async function* readPacked(content: Content, visit: Visit): Source {
  const { head, chunks } = await peek(content.chunks, HEAD * 8);
  const packed = { ...content, chunks };
  if (/\.warc\.gz$/i.test(content.name) || (await startsAsWarc(head))) return yield* readPackedWarc(packed, visit);
  const unpacked = bytesOf(measured(gunzip(chunks), new Growth(visit, content.file)), content.file);
  const name = content.name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
  yield* visit.open({ ...packed, chunks: unpacked, name, reread: null, path: null });
}

/** Whether what is packed is a web archive, by its first bytes. */
const startsAsWarc = async (head: Uint8Array): Promise<boolean> => {
  for await (const piece of gunzip(oneChunk(head)))
    if (piece.kind === 'bytes' && piece.bytes.length > 0)
      return Buffer.from(piece.bytes.subarray(0, 64)).toString('latin1').trimStart().startsWith('WARC/');
  return false;
};

/** What newsrooms have beside the forms that are taken in, and what to do with it. */
const SAVE_AS: readonly (readonly [ending: RegExp, advice: string])[] = [
  [/^\.(?:docx?|odt|rtf|pages|wpd)$/, 'a document of a word processor: save it as PDF, HTML or plain text'],
  [/^\.(?:xlsx?|ods|numbers)$/, 'a spreadsheet: save it as CSV'],
  [/^\.(?:pptx?|odp|key)$/, 'slides: save them as PDF'],
  [/^\.(?:epub|mobi)$/, 'an electronic book: save it as HTML or plain text'],
  [/^\.(?:msg|pst|ost)$/, 'mail in a form of Outlook’s own: save it as EML or mbox'],
  [/^\.(?:7z|rar|bz2|xz|zst|tbz2?|txz)$/, 'packed in another way than ZIP or gzip: unpack it first'],
  [/^\.(?:png|jpe?g|gif|webp|tiff?|bmp|heic|svg)$/, 'a picture, and words in pictures are not read'],
  [/^\.(?:mp[34]|m4[av]|mov|avi|wav|ogg|webm|mkv)$/, 'sound or film: give what is said in it as text'],
];

async function* passOver({ file, name, isNamed }: Content): Source {
  if (!isNamed) return;
  const advice = SAVE_AS.find(([ending]) => ending.test(endingOf(name)))?.[1];
  yield refuseItem('unsupported-form', file, `${file} is ${advice ?? 'of a form that is not taken in'}.`);
}

/** XML and JSON that do not begin as a feed: told what they are where somebody named them, else somebody's data. */
async function* tellOther(content: Content, visit: Visit): Source {
  if (content.isNamed) yield* readFeed(content, visit);
}

const FORMS: Readonly<Record<FormName, Form>> = {
  text: readText,
  html: readPage,
  markdown: readMarkdown,
  feed: readFeed,
  xml: tellOther,
  json: tellOther,
  warc: readWarc,
  gzip: readPacked,
  zip: readZip,
  tar: readTar,
  mail: readMail,
  mbox: readMbox,
  mhtml: readSavedPage,
  pdf: readPdf,
  csv: readTable,
  jsonl: readRecords,
  other: passOver,
};

/** In an archive or a folder a file of no known kind that is no page is somebody else's. */
const isTaken = (form: FormName, content: Content, visit: Visit): boolean =>
  content.isNamed ||
  content.mediaType !== null ||
  form !== 'text' ||
  visit.depth === 0 ||
  /\.te?xt$/i.test(content.name);

/** What holds other documents, or rows without end, is never held as a whole. */
const HOLDERS: ReadonlySet<FormName> = new Set(['warc', 'gzip', 'zip', 'tar', 'mbox', 'csv', 'jsonl']);

/** The items of a form; what breaks inside becomes a refusal. */
async function* itemsOf(form: FormName, content: Content, visit: Visit): Source {
  try {
    yield* FORMS[form](content, visit);
  } catch (cause) {
    if (cause instanceof Fault || !(cause instanceof Unreadable)) throw cause;
    yield refuseItem(cause.code, content.file, cause.message); // converted: what broke is told, the rest goes on
  }
}

/** The same; a document that is refused itself keeps its bytes. */
async function* documentsOf(form: FormName, content: Content, visit: Visit): Source {
  const recorded = recording(content.chunks, visit.limits.itemBytes);
  for await (const item of itemsOf(form, { ...content, chunks: recorded.chunks }, visit)) {
    const original = item.ok || item.refusal.file !== content.file ? null : recorded.whole();
    yield item.ok || original === null ? item : { ...item, original };
  }
}

/** The first bytes; a refusal where there are none to be had. */
const peekInto = async (content: Content): Promise<Peeked | Outcome<never>> => {
  try {
    return await peek(content.chunks, HEAD);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return refuseItem(cause.code, content.file, cause.message); // converted: as above
  }
};

async function* openAt(content: Content, visit: Visit): Source {
  if (visit.depth > visit.limits.depth)
    return yield refuseItem(
      'too-deep',
      content.file,
      `${content.file} lies in more than ${visit.limits.depth} containers, one in the other.`,
    );
  const peeked = await peekInto(content);
  if ('ok' in peeked) return yield peeked;
  const { head, chunks, close } = peeked;
  try {
    const form = recognise({ name: content.name, mediaType: content.mediaType, head });
    const open = HOLDERS.has(form) ? itemsOf : documentsOf;
    if (isTaken(form, content, visit)) yield* open(form, { ...content, chunks }, visit);
  } finally {
    await close();
  }
}

const deeper = (visit: Visit): Visit => {
  const inner: Visit = { ...visit, depth: visit.depth + 1, open: (content) => openAt(content, deeper(inner)) };
  return inner;
};

/** Opens a content and all that lies in it, under one set of limits. */
export const openContent = (
  content: Content,
  { limits, columns }: { limits: Limits; columns: Columns | null },
): Source => {
  const outermost: Visit = {
    limits,
    columns,
    depth: 0,
    unpacked: { bytes: 0 },
    open: (inner) => openAt(inner, deeper(outermost)),
  };
  return openAt(content, outermost);
};
