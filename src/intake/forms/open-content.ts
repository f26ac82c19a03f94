// Content of any form to its items: the form recognised, opened, and whatever breaks inside turned into a refusal.
// Invariant: never throws on what it reads; a fault of the world goes through.
import { Fault } from '../../model/outcome.ts';
import type { Source } from '../item.ts';
import type { Limits } from '../limits.ts';
import { type Columns, type Content, type Form, oneChunk, refuseItem, Unreadable, type Visit } from './form.ts';
import { bytesOf, Growth, measured } from './growth.ts';
import { gunzip } from './gunzip.ts';
import { peek } from './peek.ts';
import { readFeed } from './read-feed.ts';
import { readMarkdown, readPage, readText } from './read-leaf.ts';
import { readMail, readSavedPage } from './read-mail.ts';
import { readMbox } from './read-mbox.ts';
import { readPdf } from './read-pdf.ts';
import { readRecords, readTable } from './read-table.ts';
import { readTar } from './read-tar.ts';
import { readPackedWarc, readWarc } from './read-warc.ts';
import { readZip } from './read-zip.ts';
import { type FormName, recognise } from './recognise.ts';

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

async function* passOver(content: Content): Source {
  if (content.isNamed)
    yield refuseItem('unsupported-form', content.file, `${content.file} is of a form that is not taken in.`);
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

async function* openGuarded(content: Content, visit: Visit): Source {
  const { head, chunks, close } = await peek(content.chunks, HEAD);
  try {
    const form = recognise({ name: content.name, mediaType: content.mediaType, head });
    if (isTaken(form, content, visit)) yield* FORMS[form]({ ...content, chunks }, visit);
  } finally {
    await close();
  }
}

async function* openAt(content: Content, visit: Visit): Source {
  if (visit.depth > visit.limits.depth)
    return yield refuseItem(
      'too-deep',
      content.file,
      `${content.file} lies in more than ${visit.limits.depth} containers, one in the other.`,
    );
  try {
    yield* openGuarded(content, visit);
  } catch (cause) {
    if (cause instanceof Fault || !(cause instanceof Unreadable)) throw cause;
    yield refuseItem(cause.code, content.file, cause.message); // converted: what broke is told, the rest goes on
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
