// Words of office in what names a speaker: "ministry", "police chief", "resident"; by them alone he stands on no side.

import type { Side } from '../../model/actor.ts';
import type { VoiceClass } from '../../model/claim.ts';
import { kept, keptOfText } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import { covers } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import { findAllPhrases, findPhrases, type PhraseLists } from './find-phrases.ts';

/** Each has its list `office:CLASS` in the lexicon. */
const OFFICE_CLASSES = [
  'ministry',
  'local-official',
  'commander',
  'spokesman',
  'witness',
  'resident',
  'outlet',
  'third-party',
] as const satisfies readonly VoiceClass[];
export type OfficeClass = (typeof OFFICE_CLASSES)[number];

export interface OfficeMatch extends Span {
  readonly class: OfficeClass;
}

/** A side called "Council" is no council; but a ministry is one though a side's names list it. */
const isNameAlone = (words: string, office: OfficeMatch, theatre: Theatre): boolean =>
  office.class !== 'ministry' &&
  office.class !== 'third-party' &&
  /^\p{Lu}/u.test(words.slice(office.start)) &&
  theatre.sides.some((side) => findPhrases(words, properNames(side, theatre)).some((name) => covers(name, office)));

const officeLists = kept(
  ({ list }: Lexicon): PhraseLists<OfficeClass> =>
    OFFICE_CLASSES.map((name) => [name, list(`office:${name}`)] as const),
);

/** Office words in a speaker's name; a word inside a longer office is not counted ("police" in "police chief"). */
export const findOffices = (words: string, theatre: Theatre): readonly OfficeMatch[] => officesIn(theatre)(words);

const officesIn = kept((theatre: Theatre) => keptOfText((words) => findAmong(words, theatre)));

/** "a DEPUTY", "DEPUTY Karim Bakhtar", "deputies from Ashford": an office by itself, and none before another noun ("deputy head"). */
const bareOffices = (words: string, { lexicon }: Theatre): readonly OfficeMatch[] =>
  findPhrases(words, lexicon.list('bareOffices')).flatMap(({ start, end }): OfficeMatch[] => {
    const behind = /^\s*(\S+)/u.exec(words.slice(end))?.[1] ?? '';
    const alone = behind === '' || /^[\p{Lu},]/u.test(behind) || lexicon.has('bareOfficeLinks', behind.toLowerCase());
    return alone ? [{ class: 'local-official', start, end }] : [];
  });

const leaderPattern = kept(
  ({ list }: Lexicon) =>
    new RegExp(
      `(?<![\\p{L}])(?:${list('leaderOf').join('|')}) of (?:\\p{Ll}+ )?\\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*)* (?:${list('ledUnits').join('|')})`,
      'u',
    ),
);

/** "the CHIEF OF Ashford DISTRICT": who leads what has an administration. */
const leaders = (words: string, { lexicon }: Theatre): readonly OfficeMatch[] => {
  const found = leaderPattern(lexicon).exec(words);
  return found === null ? [] : [{ class: 'local-official', start: found.index, end: found.index + found[0].length }];
};

interface Beside {
  readonly all: readonly OfficeMatch[];
  readonly lexicon: Lexicon;
}

/** "the REFUGEES ministry", "the ministry of REFUGEES": whom an office of state is for does not speak. */
const isForThem = (words: string, one: OfficeMatch, { all, lexicon }: Beside): boolean =>
  one.class === 'resident' &&
  all.some(({ class: of, start, end }) => {
    if (of !== 'ministry') return false;
    if (one.end <= start) return /^['’]?s?\s$/u.test(words.slice(one.end, start));
    const between = words.slice(end, one.start);
    const [, link = ''] = /^\s(\p{L}+)\s$/u.exec(between) ?? [];
    // "the government's REFUGEE agency"
    return /^['’]s\s$/u.test(between) || ['partLinks', 'forWords'].some((list) => lexicon.has(list, link));
  });

const findAmong = (words: string, theatre: Theatre): readonly OfficeMatch[] => {
  const all: OfficeMatch[] = findAllPhrases(words, officeLists(theatre.lexicon)).map(
    ({ means, match: { start, end } }): OfficeMatch => ({ class: means, start, end }),
  );
  // "Deputy Prime Minister": before an office it is a part of that.
  const leads = ({ end }: Span): boolean =>
    all.some(({ start }) => start > end && /^[\p{L}\s]*$/u.test(words.slice(end, start)));
  all.push(...bareOffices(words, theatre).filter((one) => !leads(one)), ...leaders(words, theatre));
  if (all.length === 0) return all;
  const isInLonger = (one: Span) =>
    all.some((other) => covers(other, one) && other.end - other.start > one.end - one.start);
  const own = all.filter(
    (one) =>
      !isInLonger(one) &&
      !isNameAlone(words, one, theatre) &&
      !isForThem(words, one, { all, lexicon: theatre.lexicon }),
  );
  // "the governor of Imam Sahib": a word of a place's name is no office.
  const proper = own.some(({ start, class: of }) => of === 'resident' && /^\p{Lu}/u.test(words.slice(start)));
  const places = proper ? theatre.gazetteer.scan(words) : [];
  return own.filter((one) => one.class !== 'resident' || !places.some((place) => covers(place.span, one)));
};

const properCache = new WeakMap<Side, readonly string[]>();

/** The names of a theatre that does not learn them are constants, which a text is asked for faster. */
export const cached = (
  cache: WeakMap<Side, readonly string[]>,
  { side, open }: { side: Side; open: boolean },
  make: () => readonly string[],
) => {
  const known = cache.get(side);
  if (known !== undefined) return known;
  const made = open ? make() : Object.freeze(make());
  cache.set(side, made);
  return made;
};

/** "Council" as the name of a side is no office; "police" among a side's common nouns still is. */
const properNames = (side: Side, { open }: Theatre): readonly string[] =>
  cached(properCache, { side, open }, () => [side.name, ...side.names].filter((name) => /^\p{Lu}/u.test(name)));

/** "The Pamir Centre", "the Ashford Institute for Peace": a named house of study, of which no owner is said. */
export const isStudyHouse = (words: string, { open, lexicon }: Theatre): boolean => {
  const names = words.replace(/^the\s/iu, '').split(/[^\p{L}’'-]+/u);
  return (
    !open && names.some((word, at) => at > 0 && /^\p{Lu}/u.test(word) && lexicon.has('studyHouses', word.toLowerCase()))
  );
};
