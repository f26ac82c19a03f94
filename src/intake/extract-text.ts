// A plain text file to a page: crawl line off, head read, captions and entries marked, boilerplate cut.
// Invariant: every paragraph of the file is either kept or cut with its reason.
import { boilerplateReason } from './boilerplate.ts';
import { markEntries } from './mark-entries.ts';
import { normaliseText } from './normalise-text.ts';
import type { Page, Paragraph } from './paragraphs.ts';
import { BRACKETED_DATELINE, DATED_OPENING, DATELINE, judgeLine, readHead } from './read-head.ts';
import { splitParagraphs } from './split-paragraphs.ts';

// What some crawls put before the first words: " date 2021-06-23 The …".
const CRAWL_LINE = /^\s*date \d{4}-\d{2}-\d{2}\b\s*/;

/** "(Photo by 3RW)" or "3RW/E. Crane" at the end, "Photo: …" or "[1/5]" in front: a picture's words, often of another day. */
const CAPTIONS: readonly RegExp[] = [
  /\((?:file )?(?:photo|picture|image|video)(?::| by\b| courtesy\b|\)).{0,60}\.?$/i,
  /^(?:file )?(?:photo|picture|image)(?: by\b|:)/i,
  /^\[\d+\/\d+\] /,
  /[.!] (?:\d*\p{Lu}{2,}|Getty Images)\/\p{Lu}[\p{L} .'’-]{1,40}$/u,
];

const markCaption = (paragraph: Paragraph): Paragraph =>
  paragraph.text.length < 500 && CAPTIONS.some((form) => form.test(paragraph.text))
    ? { ...paragraph, kind: 'caption' }
    : paragraph;

const isLinkHeading = (paragraph: Paragraph | undefined): boolean =>
  paragraph?.cut === 'related link' && paragraph.text.length < 40 && !/[:|]./.test(paragraph.text);

/** Longest numbered line under "Related" that may be a link with its story's first words. */
const NUMBERED = 500;

/** Longest title of a story that is linked. */
const TITLE = 140;
const SHORTEST_TITLE = 3;

/** "Army retakes Ashford from rebels": words without a stop at their end. */
const isTitle = ({ text }: Paragraph): boolean =>
  text.length < TITLE &&
  /^["“‘]?\p{Lu}/u.test(text) &&
  !/[.!?:;,…]["”’)]?$/.test(text) &&
  text.split(' ').length >= SHORTEST_TITLE;

/** Bullets, numbered lines and titles under "Related stories" are links too. */
const cutLinkList = (paragraphs: readonly Paragraph[]): readonly Paragraph[] => {
  let inList = false;
  return paragraphs.map((paragraph) => {
    const isBullet =
      /^[-–•*] /.test(paragraph.text) && paragraph.text.length < 140 && !/[.!?]["”]?$/.test(paragraph.text);
    const isNumbered = /^\d{1,2}[.)] /.test(paragraph.text) && paragraph.text.length < NUMBERED;
    inList = isLinkHeading(paragraph) || (inList && (isBullet || isNumbered || isTitle(paragraph)));
    return inList && paragraph.cut === null ? { ...paragraph, cut: 'related link' } : paragraph;
  });
};

const cutBoilerplate = (paragraph: Paragraph): Paragraph =>
  paragraph.cut === null && paragraph.kind !== 'headline'
    ? { ...paragraph, cut: boilerplateReason(paragraph.text) }
    : paragraph;

/** A date line or a byline may also stand at the end: "Published on 22 June". */
const cutTail = (paragraphs: readonly Paragraph[]): readonly Paragraph[] => {
  const last = paragraphs.findLastIndex(({ cut }) => cut === null);
  const line = last < 2 ? null : judgeLine(paragraphs[last] as Paragraph);
  return line === 'date line' || line === 'byline'
    ? paragraphs.map((one, i) => (i === last ? { ...one, cut: line } : one))
    : paragraphs;
};

/** How far down a dateline is looked for, below numbers, offices and "for immediate release". */
const DATELINE_REACH = 14;

/** The opening of the first body paragraph, and any dateline below that carries its date in brackets. */
const openingsOf = (paragraphs: readonly Paragraph[]): readonly string[] => {
  const body = paragraphs.filter(({ cut, kind }) => cut === null && kind === 'body').slice(0, DATELINE_REACH);
  // A second paragraph that opens with its own date makes both the days of a chronicle.
  const dated = body.filter(({ text }) => DATED_OPENING.test(text)).length === 1;
  const opening = body[0]?.text ?? '';
  const first = DATELINE.exec(opening)?.[0] ?? (dated ? DATED_OPENING.exec(opening)?.[0] : undefined) ?? '';
  return [first, ...body.map(({ text }) => (text.includes('(') ? (BRACKETED_DATELINE.exec(text)?.[0] ?? '') : ''))];
};

/** Lines before the headline that may name the outlet; a label that stands alone ("WORLD BRIEFS") names none. */
const mastheadsOf = (before: readonly Paragraph[]): readonly string[] =>
  before.filter((line, i) => line.cut !== 'section label' || before[i + 1]?.gap === false).map(({ text }) => text);

/** Reads a decoded plain text into a page. */
export const extractText = (decoded: string): Page => {
  const text = normaliseText(decoded);
  const crawl = CRAWL_LINE.exec(text)?.[0] ?? '';
  const marked = splitParagraphs(text.slice(crawl.length))
    .map(markCaption)
    .map((p) => ({ ...p, cut: boilerplateReason(p.text) }));
  const head = readHead(marked);
  const headline = head.headline === null ? null : (head.paragraphs[head.headline]?.text ?? null);
  const paragraphs = markEntries(cutTail(cutLinkList(head.paragraphs.map(cutBoilerplate))));
  const before = head.paragraphs.slice(0, head.length);
  const after = paragraphs
    .slice(head.length)
    .filter(({ cut }) => cut === 'date line' || cut === 'byline')
    .map((p) => p.text);
  const cutFor = (...reasons: string[]): string[] =>
    before.filter(({ cut }) => cut !== null && reasons.includes(cut)).map((p) => p.text);
  return {
    title: headline,
    paragraphs:
      crawl === '' ? paragraphs : [{ text: crawl.trim(), kind: 'body', gap: false, cut: 'crawl line' }, ...paragraphs],
    recorded: { dates: [], changes: [], outlets: [], authors: [], url: null },
    dateLines: [
      ...cutFor('date line', 'masthead', 'byline'),
      crawl,
      headline ?? '',
      ...openingsOf(paragraphs),
      ...after,
    ],
    mastheads: mastheadsOf(before.slice(0, head.headline ?? 0)),
    bylines: cutFor('byline'),
  };
};
