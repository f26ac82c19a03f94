// The head of a plain text: which of its first lines is the headline, which are masthead, date line, byline, label.
// Invariant: only lines before the first sentence of the article are judged; a line that fits no form stays in the text.

import { MONTH_PATTERN, WEEKDAY_PATTERN } from './calendar.ts';
import { findWrittenDates } from './date-forms.ts';
import type { Paragraph } from './paragraphs.ts';

type HeadLine = 'date line' | 'byline' | 'section label' | 'candidate' | 'kept';

export interface Head {
  readonly paragraphs: readonly Paragraph[];
  /** Index of the headline's paragraph; null where the text begins with the article. */
  readonly headline: number | null;
  /** Number of paragraphs before the first sentence of the article. */
  readonly length: number;
}

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const withoutDates = (text: string): string =>
  findWrittenDates(text).reduceRight((rest, date) => rest.slice(0, date.start) + rest.slice(date.end), text);

// Names, and the small words between names; "by then", "by order", "by Monday" are no bylines.
const NAME_WORD = `(?:\\p{Lu}[\\p{L}\\p{N}.'’&-]*|\\d{1,2}|and|in|at|for|of|with|the|our|de|al|bin|van|von|agenc(?:y|ies)|reporters?|correspondents?|writers?|journalists?|staff|an?|own|special|foreign|senior|news|desk)`;
const BY_NAMES = new RegExp(
  `^[Bb][Yy] (?!${WEEKDAY_PATTERN}|(?:${MONTH_PATTERN})\\b|the\\b)${NAME_WORD}(?:[,/]? ${NAME_WORD})*$`,
  'u',
);
const BY_OURSELVES =
  /^(?:by our (?:own )?\p{L}+(?: \p{L}+)?|note after .*|(?:words|text|reporting|story|photos?) by .*|special to .*)$/iu;

/** "By A Writer in Eastry", "Note after Wire 7, 12 May 2021": who wrote, never what happened. A date may follow. */
const isByline = (text: string): boolean => {
  if (text.length > 120 || /[!?]$/.test(text)) return false;
  const [date] = findWrittenDates(text);
  const names = (date === undefined ? text : text.slice(0, date.start)).replace(/[\s,.|·•–—-]+$/u, '');
  return BY_NAMES.test(names) || BY_OURSELVES.test(names);
};

// What may stand before a date line's date: a mark, a short name, "Published on"; never a sentence that runs into it.
const LEADS = /^$|[|/•·:–—-]$|^(?:last )?(?:published|posted|updated|modified|dated?|issued|created)\b[^.]{0,12}$/i;

// "March 5. Garth fell.", "6 August: the bridge is lost.": a diary's entry, whose sentence ends.
const ENTRY_OF_DAY =
  /^[.:–—-]\s*(?!(?:last|published|posted|updated|modified|issued|by|newest|oldest|latest|most recent|all times|times)\b)["“]?\p{L}[^\p{N}|]*\s[^\p{N}|]*\p{Ll}[.!?]["”]?$/iu;

// "Morning bulletin of", "Evening news for"
const EDITION_OF =
  /^(?:[\p{L}’']+ ){0,3}(?:news|bulletin|edition|issue|digest|briefing|round-?up|broadcast) (?:for|of)$/iu;

const TRAILS = /^$|^[.|/•·–—(-]|^(?:at )?\d{1,2}[:.]\d{2}/;

// "ASHFORD, June 14 (Wire 7) - The mill has fallen.": what a dateline opens, however short, where it is told as a sentence.
const TOLD =
  /^(?!(?:last|published|posted|updated|modified|issued|by|newest|oldest|latest|most recent|all times|times)\b)["“]?\p{L}[^|]*\s[^|\s]+\s[^|]*\p{Ll}[.!?]["”]?$/iu;

const tellsBehindDateline = (text: string): boolean => {
  const dateline = DATELINE.exec(text)?.[0];
  return dateline !== undefined && TOLD.test(text.slice(dateline.length));
};

/** Words of "by Radio North, Ashford". */
const CREDIT = 8;

/** "World news | Tuesday 15 June 2021", "Eastry. 23.06.2021, 09:15 (UTC+5)": a date with little beside it, set off from the rest. */
const isDateLine = (text: string): boolean => {
  if (text.length > 140 || tellsBehindDateline(text)) return false;
  const dates = findWrittenDates(text);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined || words(withoutDates(text)).length > 12) return false;
  const before = text.slice(0, first.start).trim();
  // "8 July." may end in the full stop of its own short form.
  const after = text.slice(text[last.end - 1] === '.' ? last.end - 1 : last.end).replace(/^[,\s]+/, '');
  if (before === '' && ENTRY_OF_DAY.test(after)) return false;
  const leads = LEADS.test(before) || (/[,.]$/.test(before) && words(before).length <= 7) || EDITION_OF.test(before);
  // "Published on 7 March 2025 by Radio North, Ashford"
  const credited = LEADS.test(before) && /^by \p{Lu}/u.test(after) && words(after).length <= CREDIT;
  // "Evening news for Friday 16 July, presented by Ada Roe"
  const read =
    /^(?:read|presented|edited|compiled|hosted|voiced) by \p{Lu}/u.test(after) && words(after).length <= CREDIT;
  return leads && (credited || read || TRAILS.test(after) || words(after).length <= 3) && !/[^.]{60,}\.$/.test(text);
};

const isLabel = (text: string): boolean =>
  words(text).length <= 4 && text.length <= 40 && text === text.toUpperCase() && /\p{Lu}/u.test(text);

// Names of up to forty letters, which a comma or a bracket follows: counted ahead, for a counted class takes long to prepare.
const PLACE = "(?=[^(,]{2,41}[(,])\\p{Lu}[\\p{L}\\p{M}'’ .-]+";

// "ASHFORD, June 14 (Wire 7) - ", "Ashford, 14 June 2021 (Wire 7) – ", "Ashford (Wire 7) - " or "EASTRY: " opens the article
// itself, however short the paragraph is. In small letters a name alone is no dateline: a date or an agency stands by it.
export const DATELINE = new RegExp(
  `^(?:${PLACE}(?:, ${PLACE})?(?:, [^():–—]{0,12}\\d[^():–—]{0,18}(?: ?\\([^)]{1,40}\\))?| \\([^)]{1,40}\\)):? ?[-–—]{1,2} |\\p{Lu}[\\p{Lu}\\p{M}'’ ./-]{2,40}(?:, [^():–—]{2,30})?(?: ?\\([^)]{1,40}\\))?:? ?[-–—]{1,2} |\\p{Lu}[\\p{Lu}'’ /-]{2,30}(?: \\([^)]{1,40}\\))?: |\\([\\p{L}\\d ]{1,20}\\) )`,
  'u',
);

// "EASTRY, Northmark (Jan. 22, 2013)", before a dash, the first words or the line's end: a press office's dateline.
export const BRACKETED_DATELINE = new RegExp(
  `^${PLACE}(?:, ${PLACE}){0,2},? \\((?=[^()]*\\d)[^()]{3,30}\\)(?=\\s*(?:[-–—−:]|$)|\\s+\\p{Lu})`,
  'u',
);

// "JULY 8, 2021 - The League said", "14 July 2021: ": a whole date that opens an article, with no town.
export const DATED_OPENING =
  /^(?:\p{Lu}\p{L}+,? )?(?:\p{L}{3,9}\.? \d{1,2}\p{L}{0,2},? \d{4}|\d{1,2}\p{L}{0,2} \p{L}{3,9},? \d{4}|\d{4}-\d{2}-\d{2}) ?[-–—:]{1,2} /u;

// "05:58 #North: …", "0215 BREAKING …": the entries of a thread or a live page.
const ENTRY = /^\[?\d{1,2}[:.]?\d{2}\b/;

// "LIVE: The Reds at the gates of Ashford", "ANALYSIS: …": a headline's label is no town.
const HEADED =
  /^(?:live(?: blog| updates?)?|breaking(?: news)?|updated?|watch|video|analysis|explainer|opinion|exclusive|factbox|timeline|profile|fact check): .*[^.]$/iu;

/** The article's own prose: a dateline, an entry, a sentence that ends. */
const isProse = (text: string): boolean =>
  text.length > 180 ||
  (DATELINE.test(text) && !HEADED.test(text) && words(text).length > 8) ||
  ENTRY.test(text) ||
  (/[.!?]["'”’)]*$/.test(text) && words(text).length >= 8);

/** What a line of the head is by its own words. */
export const judgeLine = ({ text, kind, cut }: Paragraph): HeadLine => {
  if (kind === 'caption' || cut !== null) return 'kept';
  if (isByline(text)) return 'byline';
  if (isDateLine(text)) return 'date line';
  if (isLabel(text)) return 'section label';
  return /[^.]\.$/.test(text) ? 'kept' : 'candidate'; // a headline ends without a full stop
};

/** Whether a paragraph is the article's own first prose, and so ends the head. */
export const opensArticle = (paragraph: Paragraph): boolean => {
  if (paragraph.kind !== 'body' || paragraph.cut !== null || !isProse(paragraph.text)) return false;
  const line = judgeLine(paragraph);
  return line !== 'date line' && line !== 'byline';
};

const LONGEST_HEAD = 14;

// "Held by the Blues: 89", "- Contested: 31 of 97": a label and its number.
const ROW = /^(?:[-–—•*·] ?)?[^:.!?]{2,80}: ?\d[\d.,]*(?: (?:of|out of|\().{1,30})?$/u;

const isRow = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && paragraph.cut === null && ROW.test(paragraph.text);

/** Two such lines under a title are a table, and the article begins with it. */
const opensTable = (paragraphs: readonly Paragraph[], at: number): boolean =>
  at > 0 && isRow(paragraphs[at]) && isRow(paragraphs[at + 1]);

/** A title that is a sentence of its own ("So who has the mill, and for how long this time?"): the dateline behind it opens the article. */
const isAsTitle = ([title, next]: readonly Paragraph[], i: number): boolean =>
  i === 0 &&
  title !== undefined &&
  title.text.length <= TITLE &&
  !DATELINE.test(title.text) &&
  next?.cut === null &&
  DATELINE.test(next.text) &&
  opensArticle(next);

const TITLE = 140;

const headLength = (paragraphs: readonly Paragraph[]): number => {
  const at = paragraphs.findIndex(
    (paragraph, i) => (opensArticle(paragraph) && !isAsTitle(paragraphs, i)) || opensTable(paragraphs, i),
  );
  return Math.min(at < 0 ? paragraphs.length : at, LONGEST_HEAD);
};

const MENU = { leastLines: 3, mostWords: 3 };

const isMenuLine = ({ text, cut }: Paragraph): boolean =>
  cut === null && words(text).length <= MENU.mostWords && !/\d|[.!?:;"”]/.test(text);

/** Three or more lines of a word or two before a longer headline are the site's menu; without such a headline they stay. */
const cutMenu = (paragraphs: readonly Paragraph[]): readonly Paragraph[] => {
  const prose = paragraphs.findIndex(opensArticle);
  const headline = paragraphs.findIndex(
    (paragraph, i) =>
      i < prose && judgeLine(paragraph) === 'candidate' && words(paragraph.text).length > MENU.mostWords,
  );
  const menu = paragraphs.slice(0, Math.max(headline, 0)).filter(isMenuLine);
  if (menu.length < MENU.leastLines) return paragraphs;
  return paragraphs.map((paragraph, i) =>
    i < headline && isMenuLine(paragraph) ? { ...paragraph, cut: 'menu' } : paragraph,
  );
};

/** Start of the block (lines without a blank line between) that follows the one holding `index`. */
const nextBlock = (paragraphs: readonly Paragraph[], index: number): number => {
  const at = paragraphs.findIndex((paragraph, i) => i > index && paragraph.gap);
  return at < 0 ? paragraphs.length : at;
};

// "Who holds A? / 18 July / Has A fallen? / No.": behind the date a question, the head of a list or a point of it is the article's.
const LEADS_ON = /[?:]$|^[-–•*] /;

/** "Who says what about Takhar": a title stands over the date, not a paper's name, whose words have capitals. */
const isTitled = (paragraphs: readonly Paragraph[], date: number): boolean => {
  const [over, ...more] = paragraphs.slice(0, date);
  const all = words(over?.text ?? '');
  const small = all.filter((word) => /^\p{Ll}/u.test(word));
  return (
    over !== undefined && more.length === 0 && paragraphs[date]?.gap === true && all.length >= 4 && small.length >= 2
  );
};

/** Everything up to the last date line is masthead where a later block still offers a headline. */
const mastheadEnd = (paragraphs: readonly Paragraph[], lines: readonly HeadLine[]): number => {
  for (let i = lines.length - 1; i >= 0; i--) {
    const next = nextBlock(paragraphs, i);
    const offers = (line: HeadLine, at: number): boolean =>
      line === 'section label' || (line === 'candidate' && !LEADS_ON.test(paragraphs[next + at]?.text ?? ''));
    if (lines[i] === 'date line' && lines.slice(next).some(offers) && !isTitled(paragraphs, i)) return next;
  }
  return 0;
};

const findHeadline = (paragraphs: readonly Paragraph[], lines: readonly HeadLine[]): number | null => {
  const from = mastheadEnd(paragraphs, lines);
  for (const wanted of ['candidate', 'section label'] as const) {
    const at = lines.findIndex((line, i) => i >= from && line === wanted);
    if (at >= 0) return at;
  }
  const dated = lines.indexOf('date line');
  return words(withoutDates(paragraphs[dated]?.text ?? '')).length >= 3 ? dated : null;
};

/** A name between headline and date line of one block is the writer's or the paper's. */
const isNameLine = (paragraphs: readonly Paragraph[], lines: readonly HeadLine[], i: number): boolean => {
  const [line, next] = [paragraphs[i], paragraphs[i + 1]];
  return line?.gap === false && next?.gap === false && lines[i + 1] === 'date line' && words(line.text).length <= 5;
};

const REASONS = {
  'date line': 'date line',
  byline: 'byline',
  'section label': 'section label',
  candidate: 'masthead',
  kept: null,
} as const;

/** Finds the headline and cuts what stands before it, and the date lines, bylines and labels after it. */
export const readHead = (given: readonly Paragraph[]): Head => {
  const paragraphs = cutMenu(given);
  const length = headLength(paragraphs);
  const lines = paragraphs.slice(0, length).map(judgeLine);
  const found = findHeadline(paragraphs, lines);
  // A flash of one line is a report, not a headline without one.
  const hasBody = paragraphs.some(
    ({ cut }, i) => i !== found && cut === null && ['candidate', 'kept'].includes(lines[i] ?? 'kept'),
  );
  const headline = hasBody ? found : null;
  const judged = paragraphs.map((paragraph, i): Paragraph => {
    if (i === headline) return { ...paragraph, kind: 'headline' };
    const line = i > (headline ?? i) && isNameLine(paragraphs, lines, i) ? 'byline' : (lines[i] ?? 'kept');
    const isFurniture =
      i < (headline ?? 0) ||
      line === 'date line' ||
      line === 'byline' ||
      (line === 'section label' && headline !== null);
    return isFurniture && paragraph.cut === null ? { ...paragraph, cut: REASONS[line] } : paragraph;
  });
  return { paragraphs: judged, headline, length };
};
