// A web archive to the pages in it: the answers of servers, resources, and revisits whose page is in the same archive.
// Invariant: what is no document (pictures, styles, requests, faults of servers) is passed over; a document that cannot be read is refused.
import type { Outcome, Revisit } from '../../model/outcome.ts';
import type { Given, Item, Source } from '../item.ts';
import { type Content, memberName, oneChunk, refuseItem, tooLarge, type Visit } from './form.ts';
import { Growth, measured } from './growth.ts';
import { gunzip, type Piece } from './gunzip.ts';
import { type Answer, mediaTypeOf, readAnswer } from './http-answer.ts';
import { piecesOf } from './piece-window.ts';
import { SeenPages } from './seen-pages.ts';
import { type WarcDamage, type WarcRecord, warcRecords } from './warc-records.ts';

const KEPT = new Set(['response', 'resource', 'revisit', 'conversion']);

/** Files for machines that crawlers fetch beside the pages. */
const FOR_MACHINES = /^[a-z]+:\/\/[^/]*\/(?:(?:robots|ads|app-ads|humans|security|llms)\.txt|favicon\.ico)(?:\?|$)/i;

const DOCUMENT =
  /^(?:text\/(?:html|plain|markdown|xml|csv)|application\/(?:xhtml\+xml|pdf|(?:rss|atom|rdf|feed)\+(?:xml|json)|xml|x-rss\+xml|octet-stream)|message\/rfc822|multipart\/related)$/;

type Headers = ReadonlyMap<string, string>;

const addressOf = (headers: Headers): string => (headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');

const kindOf = (headers: Headers): string => (headers.get('warc-type') ?? '').toLowerCase();

/** By its headers alone: what has no answer or resource of the web in it need not be held. */
const isWanted = (headers: Headers): boolean =>
  KEPT.has(kindOf(headers)) &&
  /^(?:https?|file|urn|ftp):/i.test(addressOf(headers)) &&
  !FOR_MACHINES.test(addressOf(headers));

/** The document in a record's block; null where it is none. */
const documentIn = (headers: Headers, block: Uint8Array, limit: number): Answer | 'too-large' | null => {
  const declared = headers.get('content-type');
  const isHttp = declared === undefined ? kindOf(headers) === 'response' : /^application\/http/i.test(declared);
  const answer = isHttp ? readAnswer(block, limit) : { status: 200, ...mediaTypeOf(declared), body: block };
  if (answer === null || answer === 'too-large') return answer;
  const isDocument = answer.status >= 200 && answer.status < 300 && answer.body.length > 0;
  return isDocument && (answer.mediaType === null || DOCUMENT.test(answer.mediaType)) ? answer : null;
};

interface Walk {
  readonly content: Content;
  readonly visit: Visit;
  readonly seen: SeenPages;
}

const nameIn = ({ content }: Walk, headers: Headers): string =>
  memberName(content.file, addressOf(headers) || (headers.get('warc-record-id') ?? 'a record without an address'));

const givenOf = ({ content }: Walk, headers: Headers): Given => {
  const address = addressOf(headers);
  return {
    ...content.given,
    url: /^https?:/i.test(address) ? address : content.given.url,
    captured: headers.get('warc-date') ?? content.given.captured ?? null,
  };
};

const open = (walk: Walk, headers: Headers, answer: Answer): Source =>
  walk.visit.open({
    file: nameIn(walk, headers),
    name: addressOf(headers),
    given: { ...givenOf(walk, headers), charset: answer.charset },
    mediaType: answer.mediaType,
    chunks: oneChunk(answer.body),
    reread: null,
    path: null,
    isNamed: false,
  });

const headerOf = (headers: Headers, name: string): string | null => headers.get(name) ?? null;

const refuseFor = (revisit: Revisit, file: string, reason: string): Outcome<Item> => {
  const refused = refuseItem('revisit-unresolved', file, reason);
  return refused.ok ? refused : { ...refused, revisit };
};

/** Another archive may have brought the page: who has a ledger looks there. */
const refuseRevisit = (walk: Walk, headers: Headers): Outcome<Item> => {
  const file = nameIn(walk, headers);
  const { url, captured = null } = givenOf(walk, headers);
  const refersTo = headerOf(headers, 'warc-refers-to-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null;
  const refersDate = headerOf(headers, 'warc-refers-to-date');
  const asAt = refersTo === null ? '' : ` at ${refersTo}`;
  const asOn = refersDate === null ? ' before' : ` on ${refersDate}`;
  const reason = `${file} was the same as the page${asAt} visited${asOn}, which is not there to be read again. Add the archive that holds that visit, then try this again: \`whoholds refusals retry\`.`;
  const digest = headerOf(headers, 'warc-payload-digest');
  return refuseFor({ url, captured, refersTo, refersDate, digest }, file, reason);
};

/** A revisit's page was the same at another time: new only where it stood at another address. */
async function* revisited(walk: Walk, headers: Headers): Source {
  const earlier = walk.seen.find(
    headers.get('warc-payload-digest'),
    headers.get('warc-refers-to-target-uri')?.replace(/^<(.*)>$/, '$1'),
  );
  if (earlier?.address === addressOf(headers)) return;
  const block = earlier === null ? null : await walk.seen.reread(earlier);
  if (earlier !== null && block !== null) {
    const answer = documentIn(block.headers, block.bytes, walk.visit.limits.itemBytes);
    if (answer !== null && answer !== 'too-large') yield* open(walk, headers, answer);
    return;
  }
  yield refuseRevisit(walk, headers);
}

async function* readRecord(walk: Walk, record: WarcRecord): Source {
  const { headers, block } = record;
  if (!isWanted(headers)) return;
  if (kindOf(headers) === 'revisit') return yield* revisited(walk, headers);
  const limit = walk.visit.limits.itemBytes;
  const answer = block === null ? 'too-large' : documentIn(headers, block, limit);
  if (answer === 'too-large') {
    // Without its block nobody knows whether it is a film: only what may be a report is refused.
    if (block !== null || /html|text|pdf|xml/i.test(headers.get('warc-identified-payload-type') ?? ''))
      yield tooLarge(nameIn(walk, headers), limit);
    return;
  }
  if (answer === null) return;
  walk.seen.add({ digest: headers.get('warc-payload-digest'), address: addressOf(headers), offset: record.offset });
  yield* open(walk, headers, answer);
}

const refuseDamage = ({ content }: Walk, { damage, headers }: WarcDamage): Outcome<Item> => {
  const name = headers === null ? content.file : memberName(content.file, addressOf(headers) || 'a record');
  return refuseItem('damaged', name, `${name} is damaged: ${damage}. Whole records before and behind it are read.`);
};

/** Reads the pieces of an archive; `content.reread` gives revisits their page. */
async function* readPieces(content: Content, visit: Visit, pieces: AsyncIterable<Piece>): Source {
  const limit = visit.limits.itemBytes;
  const seen = new SeenPages(content.reread, limit);
  const walk: Walk = { content, visit, seen };
  let count = 0;
  for await (const record of warcRecords(pieces, { limit, wants: isWanted })) {
    count += 1;
    if (count > visit.limits.members)
      return yield refuseItem(
        'too-many-members',
        content.file,
        `${content.file} has more than ${visit.limits.members} records.`,
      );
    if ('damage' in record) yield refuseDamage(walk, record);
    else yield* readRecord(walk, record);
  }
}

export const readWarc = (content: Content, visit: Visit): Source =>
  readPieces(content, visit, piecesOf(content.chunks));

export const readPackedWarc = (content: Content, visit: Visit): Source =>
  readPieces(content, visit, measured(gunzip(content.chunks), new Growth(visit, content.file)));
