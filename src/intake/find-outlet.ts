// Who published a report and whose words it carries: given, or by masthead, byline, dateline credit and source line.
// Invariant: a name that the theatre knows is written as the theatre writes it; a person's name is never an outlet.
import type { Outlet } from '../model/theatre.ts';
import { agencyIn, agencyNamed, type KnownNames } from './agencies.ts';
import { findWrittenDates } from './date-forms.ts';

export interface OutletClues {
  readonly given: string | null;
  /** The page's own record (publisher, site name). */
  readonly recorded: readonly string[];
  /** Mastheads and date lines before the headline, in order. */
  readonly mastheads: readonly string[];
  readonly bylines: readonly string[];
  /** The first paragraph of the article, which may open with a dateline. */
  readonly opening: string;
  /** Lines that were cut at the end: source, copyright, site notices. */
  readonly tail: readonly string[];
  /** Who wrote it, by what it came in and by the page's record. */
  readonly authors?: readonly string[];
  /** The last paragraph of the article, which may close with a credit. */
  readonly closing?: string;
  /** The page's address. */
  readonly url?: string | null;
}

export interface Origin {
  readonly outlet: string | null;
  readonly agency: string | null;
}

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Whether a name stands in words that are already in lower case, between the borders of words. */
const standsIn = (words: string, name: string): boolean => {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1))
    if (!isWordAt(words, at - 1) && !isWordAt(words, at + name.length)) return true;
  return false;
};

/** The outlet whose name or other name stands in the words; the longest where several do. */
const knownIn = (words: string, outlets: readonly Outlet[]): Outlet | null => {
  const folded = words.toLowerCase();
  const found = outlets.flatMap((outlet) =>
    [outlet.name, ...outlet.names]
      .filter((name) => name.length > 1 && standsIn(folded, name.toLowerCase()))
      .map((name) => ({ outlet, length: name.length })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.outlet ?? null;
};

const canonical = (name: string, outlets: readonly Outlet[]): string => {
  const folded = name.trim().toLowerCase();
  const known = outlets.find((outlet) =>
    [outlet.name, ...outlet.names].some((other) => other.toLowerCase() === folded),
  );
  return known?.name ?? name.trim();
};

/** "ASHFORD, June 14 (Wire 7) - ", "EASTRY (3RW): ": the credit between the brackets. Without a city it must look like an agency: "(3RW) ". */
const datelineCredit = (opening: string): string | null => {
  if (!opening.includes('(')) return null;
  const afterCity = /^\p{Lu}[^()–—]{1,80}? ?\(([\p{L}\d][\p{L}\d .&/-]{1,30})\) ?[-–—:]/u.exec(opening)?.[1];
  const alone = /^\((\p{Lu}{2,8}|\p{Lu}\p{Ll}+ \d{1,2}|\d\p{Lu}{1,6}|\p{Lu}\p{L}+(?=\) ?[-–—] ))\)/u.exec(opening)?.[1];
  const credit = afterCity ?? alone ?? null;
  return credit !== null && /^\p{Lu}|^\d+\p{Lu}|^dpa$/u.test(credit) ? credit : null;
};

/** "Note after Ashford Examiner, carrying Wire 7, 12 May 2021": outlet and the agency it carries. */
const creditedByline = (line: string): Origin => {
  const found = /^note after (.+?)(?:,? (?:and|quoting) .*|, (?:carrying (?<agency>[^,]+))?.*|)$/i.exec(line);
  return { outlet: found?.[1]?.split(',')[0]?.trim() ?? null, agency: found?.groups?.agency ?? null };
};

const bylineAgency = (line: string, known: KnownNames): string | null => {
  const outlet = knownIn(line, known.outlets);
  if (outlet !== null) return outlet.agency ? outlet.name : null;
  return agencyIn(line, known) ?? (/\bagenc(?:y|ies)\b|\bwires?\b/i.test(line) ? 'agencies' : null);
};

/** "… in the east. – Reuters", "… said the ministry. (AFP)", "… —AP/Xinhua": the credit after the last sentence. */
const closingCredit = (closing: string, known: KnownNames): string | null => {
  const found = /(?:[-–—]{1,2}\s?|\()([\p{L}][\p{L}\d .&/-]{1,40})\)?\.?$/u.exec(closing.slice(-60))?.[1];
  const first = found?.split('/')[0]?.trim() ?? '';
  return first === '' ? null : agencyNamed(first, known);
};

/** Lines at the end that credit an agency: "With inputs from AFP", "© 2021 The Associated Press.", "Source: Reuters". */
// A picture's own credit ("© World Wire / Hale") has no year.
const CREDIT_LINE = /^\(?with |^(?:©|\(c\)|copyright\b)[\s©]*(?:\(c\)\s*)?(?:\d{4}|by\b|the\b)|^source: /i;

const AGGREGATORS =
  /(?:^|\.)(?:archive\.(?:org|ph|is|today)|facebook\.com|twitter\.com|x\.com|t\.me|youtube\.com|google\.\w+|blogspot\.com|wordpress\.com|medium\.com|msn\.com|yahoo\.com)$/i;

/** A site's own host is a name where nothing else is; a host of many papers is none. */
const hostName = (url: string | null | undefined): string | null => {
  const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
  return host === null || AGGREGATORS.test(host) || !host.includes('.') ? null : host;
};

/** "Source: Three Rivers Wire" at the end. An address is no name. */
const sourceName = (tail: readonly string[]): string | null => {
  const line = tail.findLast((text) => /^source: \p{Lu}/iu.test(text) && !/:\/\//.test(text));
  return line?.replace(/^source: */i, '').split(/\s*[,/]\s*/)[0] ?? null;
};

const isName = (text: string): boolean => {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 && words.length <= 6 && words.every((word) => /^(?:\p{Lu}|\d|&|of|the|and|de|la)/u.test(word))
  );
};

/** An unknown masthead names its outlet only in a line or block that looks like one: a name, then a date or a mark. */
const mastheadName = (mastheads: readonly string[]): string | null => {
  const [first] = mastheads;
  if (first === undefined) return null;
  const date = findWrittenDates(first)[0];
  const line = date === undefined ? first : first.slice(0, date.start);
  const name = line.split(/\s[-–—/|·•@]+\s?|\s*[|,•·]\s*|\/\/|\.\s|@/)[0]?.trim() ?? '';
  return isName(name) ? name : null;
};

const agencyOf = (clues: OutletClues, known: KnownNames): string | null => {
  const lines = [...clues.bylines, ...(clues.authors ?? []), ...clues.tail.filter((line) => CREDIT_LINE.test(line))];
  const said = lines.map((line) => bylineAgency(line, known));
  return (
    said.find((name) => name !== null && name !== 'agencies') ??
    closingCredit(clues.closing ?? '', known) ??
    clues.recorded.map((name) => agencyNamed(name, known)).find((name) => name !== null) ??
    said.find((name) => name !== null) ??
    null
  );
};

/** The page's record may name the agency as its publisher and the paper as the site: the paper is the outlet. */
const recordedOutlet = ({ recorded, opening }: OutletClues, known: KnownNames): string | null => {
  const credit = datelineCredit(opening)?.toLowerCase();
  const names = recorded.map((name) => hostName(name) ?? name.replace(/^@/, ''));
  const isPaper = (name: string): boolean => agencyNamed(name, known) === null && name.toLowerCase() !== credit;
  return names.find(isPaper) ?? names[0] ?? null;
};

/** The outlet and the agency credited; null where the report does not say. */
export const findOrigin = (clues: OutletClues, known: KnownNames): Origin => {
  const { outlets } = known;
  const byline = clues.bylines.map(creditedByline).find(({ outlet }) => outlet !== null);
  const credit = datelineCredit(clues.opening);
  const agency = byline?.agency ?? credit ?? agencyOf(clues, known);
  const named =
    clues.given ??
    recordedOutlet(clues, known) ??
    byline?.outlet ??
    knownIn(clues.mastheads.join('\n'), outlets)?.name ??
    hostName(clues.url) ??
    mastheadName(clues.mastheads) ??
    sourceName(clues.tail) ??
    knownIn(clues.tail.join('\n'), outlets)?.name ??
    credit;
  return {
    outlet: named === null || named === undefined ? null : canonical(named, outlets),
    agency: agency === null ? null : canonical(agency, outlets),
  };
};
