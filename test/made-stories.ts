// Stories out of a box of words: each of its own names and sentences, and what desks do with them on the way to a page.
// Invariant: two stories of different numbers share no more than a turn of phrase; the same number gives the same story.
import type { Report, ReportPart } from '../src/model/report.ts';
import { type Random, seeded } from '../src/model/seeded.ts';
import { contentId } from '../src/model/text.ts';
import { type Day, onDay } from '../src/model/time.ts';
import { inventedReport } from './invented-report.ts';

const THINGS =
  'bridge mill granary barge market quarry cart well orchard tower ford salt harvest winter road gate boat wall school ledger wagon herd council tithe lantern ferry harbour kiln bakery barn chapel saddle canal mast smithy valley theatre centre defence colour neighbour licence programme'.split(
    ' ',
  );
const DEEDS =
  'mended carried counted lost closed reached crossed guarded sold moved opened watched burned followed left stored blamed hid organised travelled labelled recognised cancelled'.split(
    ' ',
  );
const KINDS =
  'old narrow northern wooden heavy empty second quiet broken distant early bitter grey upper cold western common hidden honest small'.split(
    ' ',
  );
const TURNS = 'before beside under because while after without near until though since behind'.split(' ');
const HEADS = 'Ash Cold Fern Mid East Wey Thorn Bram Hol Lin Mar Oak Pen Rav Sel Tor Ul Win Yar Dun'.split(' ');
const TAILS = 'ford well hill vale by bury combe den garth hurst ley mere more ness stead thorpe wick worth'.split(' ');
/** They stand in every paper of this country, whatever the story. */
const EVERYWHERE = ['League', 'Council', 'Eastry'];

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;
const among = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

const clause = (random: Random, names: readonly string[]): string => {
  const who =
    random() < 0.5 ? `people of ${pick(names, random)}` : `the ${pick(KINDS, random)} ${pick(THINGS, random)}`;
  const number = random() < 0.3 ? `${among(random, 2, 97)} ` : `the ${pick(KINDS, random)} `;
  return `${who} ${pick(DEEDS, random)} ${number}${pick(THINGS, random)} ${pick(TURNS, random)} ${pick(KINDS, random)} ${pick(THINGS, random)}`;
};

/** So many sentences about the same few names. */
export const sentencesOf = (number: number, count: number): readonly string[] => {
  const random = seeded(number);
  const own = Array.from({ length: 5 }, () => pick(HEADS, random) + pick(TAILS, random));
  const names = [...own, ...own, ...EVERYWHERE];
  return Array.from({ length: count }, () => {
    const words = `${clause(random, names)}, ${pick(TURNS, random)} ${clause(random, names)}`;
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  });
};

const ON = '2021-03-17' as Day;

export interface Paper {
  readonly outlet?: string;
  readonly on?: Day;
  /** As one block a live page's entries, where it is one. */
  readonly entries?: boolean;
}

export const reportOf = (
  paragraphs: readonly string[],
  { outlet = 'The Post', on = ON, entries }: Paper = {},
): Report => {
  const text = paragraphs.join('\n\n');
  let start = 0;
  const parts = paragraphs.map((paragraph): ReportPart => {
    const part = { start, end: start + paragraph.length, kind: entries ? 'entry' : 'body', at: null } as const;
    start = part.end + 2;
    return part;
  });
  const named = { id: contentId('r', [outlet, text]), file: `${outlet}.txt`, outlet };
  return inventedReport(text, onDay(on, 'stated'), { ...named, parts });
};
const american = (text: string): string =>
  text
    .replaceAll(/(\w)our\b/g, '$1or')
    .replaceAll(/tre\b/g, 'ter')
    .replaceAll(/(\w)is(ed|ing)\b/g, '$1iz$2')
    .replaceAll(/ll(ed|ing)\b/g, 'l$1')
    .replaceAll('defence', 'defense')
    .replaceAll('licence', 'license');

/** Broken at every sixth space, long words parted at the line's end, as a fixed-width page comes. */
const wrapped = (text: string): string =>
  text
    .split(' ')
    .map((word, at) => (at % 6 === 5 ? `${word.replace(/^([a-z]{4})([a-z]{4,})/, '$1-\n$2')}\n` : `${word} `))
    .join('')
    .trim();

const otherMarks = (text: string): string => text.replaceAll("'", '’').replaceAll('e', 'é').replaceAll('fi', 'ﬁ');

/** A word in fifteen is another one. */
const reworded = (text: string, random: Random): string =>
  text
    .split(' ')
    .map((word) => (/^[a-z]+$/.test(word) && random() < 1 / 15 ? pick(THINGS, random) : word))
    .join(' ');

type Form = (source: readonly string[], random: Random) => readonly string[];

/** What a desk does with a story, by name. Each result is a copy of what went in. */
export const FORMS: Readonly<Record<string, Form>> = {
  reprinted: (source) => source,
  'cut at the tail': (source) => source.slice(0, Math.max(3, Math.ceil(source.length / 4))),
  'cut at the head': (source) => source.slice(Math.ceil(source.length / 3)),
  'cut in the middle': (source) => [...source.slice(0, 2), ...source.slice(-3)],
  'under an intro of its own': (source, random) => {
    const own = `${(source[0] ?? '').match(/\p{Lu}\w+/gu)?.join(' and ')} have ${pick(DEEDS, random)} it again, the ${pick(THINGS, random)} said today.`;
    return [own, ...source.slice(1)];
  },
  'in American spelling': (source) => source.map(american),
  'in broken lines': (source) => source.map(wrapped),
  'in other letters': (source) => source.map(otherMarks),
  'lightly reworded': (source, random) => source.map((one) => reworded(one, random)),
  'in another order': (source) => source.toReversed(),
  'grown by new sentences': (source, random) => [...source, ...sentencesOf(among(random, 1e6, 2e6), 3)],
};
