// From a speaker's words to name, office, side and voice; "he", "the spokesman" and a bare surname take the one named before.
// Invariant: speakers are named in the order of the text, each knowing only those before.

import type { SideId } from '../../model/actor.ts';
import type { Attribution, Modality, Polarity } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import { isPolitical } from '../clauses/irregular-voices.ts';
import type { Draft, Frame } from '../marks.ts';
import { sidesBeyond } from '../place-groups/beyond-border.ts';
import { sentenceAt } from '../words/by-sentence.ts';
import { apposition } from './apposed-office.ts';
import { fullNameOf } from './bare-names.ts';
import { bothOfThem } from './both-of-them.ts';
import { makerOf } from './count-makers.ts';
import { groupsVoice } from './groups-voice.ts';
import { headsHouse } from './head-of-house.ts';
import { hiddenBy } from './hidden-name.ts';
import { sidesOfHouseAbroad } from './house-abroad.ts';
import { introducedAs } from './introduced-persons.ts';
import { isKnown, speaksBelow } from './known-below.ts';
import {
  amongLast,
  bodyNamed,
  described,
  hasName,
  holderOf,
  isDescription,
  isDocument,
  isNamedBody,
  isNameless,
  isOnePerson,
  type Known,
  leaderOf,
  saidInFull,
  sameBody,
  sameOutsider,
  wordsOf,
} from './known-speakers.ts';
import { withMark } from './marked-side.ts';
import { memberNamed, voiceFor } from './member-named.ts';
import { isNationsMedia } from './newsmen.ts';
import { enemysVoice, ownVoice } from './own-voice.ts';
import { paperOfLast } from './paper-of-last.ts';
import { quotedBy, reachedBy, withoutCited } from './reached-by.ts';
import { relayThem } from './relay-speakers.ts';
import { type Heard, isSure, ofTheirCommander, owned, pronounMeant } from './speaker-pronouns.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';
import { sidesOfRisen } from './speakers-risen.ts';
import { splitSpeaker } from './split-speaker.ts';
import { isPressName, isPressOf, toldOutlet } from './told-outlet.ts';
import { voiceOf } from './voice.ts';

/** A frame before its speaker is known. */
export interface RawFrame extends Span {
  readonly sentence: number;
  readonly speaker: Span | null;
  readonly cue: Span;
  readonly content: readonly Span[];
  /** Whom it was told, as written. */
  readonly told: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality | null;
  /** True where it is a frame only if an outlet was told. */
  readonly mustPass?: boolean;
  /** True where it is a frame only if its speaker was named before. */
  readonly mustBeKnown?: boolean;
  /** True where the speaker is the author of a paper: "the letter" is his from then on. */
  readonly wrote?: boolean;
  /** The title of a briefing: on its side stands who is named there without an office. */
  readonly house?: Span | null;
}

const NOBODY: Known = { speaker: '', role: null, sides: ['unknown'], via: null };

const isPronoun = ({ theatre }: Draft, words: string): boolean =>
  wordsOf(words).length === 1 && theatre.lexicon.has('speakerPronouns', wordsOf(words)[0] ?? '');

/** Whoever was named before and is meant by these words; what the words say themselves is kept. */
const namedBefore = (heard: Heard, words: string): Known | undefined => {
  const { draft, known } = heard;
  const { lexicon } = draft.theatre;
  if (words === '') return known.at(-1) ?? NOBODY;
  if (isDocument(words, lexicon))
    return known.findLast(({ wrote }) => wrote) ?? known.findLast((one) => isSure(one) && !isOnePerson(one, lexicon));
  const both = bothOfThem(words, known, lexicon);
  if (both !== undefined) return both;
  if (isPronoun(draft, words)) return pronounMeant(heard, wordsOf(words)[0] ?? '');
  return saidInFull(known, words, lexicon) ?? saidInFull(known, words.replace(/,.*$/su, ''), lexicon);
};

const readSpeaker = (heard: Heard, words: string): Known => {
  const { draft, known } = heard;
  const { theatre, report } = draft;
  const before = namedBefore(heard, words);
  if (before !== undefined) return before;
  const { speaker, role } = splitSpeaker(words, theatre);
  const { sides, role: title } = sidesOfSpeaker(words, theatre, report.published.latest);
  const own: Known = { speaker, role: role ?? title, sides, via: null };
  if (isNationsMedia(words, theatre) || isPolitical(words, theatre.lexicon)) return own;
  const group = groupsVoice(heard, words);
  if (group !== null) return { ...own, sides: group };
  const last = isDescription(words, theatre.lexicon) ? described(words, known, theatre.lexicon) : undefined;
  const fits =
    last !== undefined && sides.some((side) => last.sides.includes(side)) && isOnePerson(last, theatre.lexicon);
  if (last !== undefined && (!isSure(own) || fits))
    return hasName(last) && !isNameless(words, theatre.lexicon)
      ? last
      : { speaker: words, role: last.role ?? last.speaker, sides: last.sides, via: last.via };
  const body = wordsOf(words).length === 2 ? sameBody(words, known, theatre.lexicon) : undefined;
  if (body !== undefined && isNamedBody(body, theatre.lexicon)) return body;
  const outsider = sameOutsider(words, known, theatre.lexicon);
  if (outsider !== undefined)
    return isOnePerson(outsider, theatre.lexicon) ? { ...own, sides: outsider.sides } : outsider;
  const whole = theatre.open ? bodyNamed(words, known, theatre.lexicon) : undefined;
  if (whole !== undefined) return { ...own, sides: whole.sides };
  if (headsHouse(draft, words, heard.at)) return { ...own, sides: ['local'] };
  const commander = ofTheirCommander(heard, words);
  if (commander !== null) return { ...own, sides: commander };
  const party = memberNamed(draft, speaker, heard.at);
  if (party !== null) return { ...own, sides: [party] };
  const office = isSure(own) && !isAged(words) ? null : apposition(draft, speaker);
  if (office !== null) return office;
  if (isSure(own)) return body === undefined ? own : { ...own, sides: body.sides };
  const sidesBefore =
    enemysVoice(draft, words) ?? owned(heard, words) ?? spokenFor(heard, words) ?? borrowed(heard, words);
  if (sidesBefore !== null) return { ...own, sides: sidesBefore };
  const voice = voiceFor(draft, heard.at);
  if (voice !== null) return { ...own, sides: [voice] };
  if (
    isOutlet(draft, speaker) ||
    isOwnCount(draft, words) ||
    isPressName(speaker, theatre) ||
    isPress(words, theatre.lexicon)
  )
    return { ...own, sides: ['outlet'] };
  const introduced = introducedAs(draft, speaker, heard.at);
  if (introduced !== null) return introduced;
  const named = role === null ? fullNameOf(draft, speaker, heard.at) : null;
  return { ...own, speaker: named ?? own.speaker, sides: ownVoice(draft)?.sides ?? own.sides };
};

/** "X, 54" is anybody, until "has been mayor of A" is told of her. */
const isAged = (words: string): boolean => /, \d{1,3}$/u.test(words);

/** "some media", "the newspapers": no party's, even in a party's own text. */
const isPress = (words: string, lexicon: Lexicon): boolean =>
  wordsOf(words).length <= PRESS && lexicon.has('pressNouns', wordsOf(words).at(-1) ?? '');

const PRESS = 3;

/** "according to a MERIDIAN TALLY", says the Meridian Press itself. */
const isOwnCount = ({ report, theatre: { lexicon } }: Draft, words: string): boolean => {
  const [first = '', noun, ...more] = wordsOf(words).filter((word) => !lexicon.has('determiners', word));
  const counted = noun !== undefined && more.length === 0 && lexicon.has('ownCounts', noun);
  return counted && report.outlet !== null && wordsOf(report.outlet).includes(first);
};

/** "according to statistics collected by TOLOnews", says TOLOnews. */
const isOutlet = ({ report }: Draft, speaker: string): boolean =>
  report.outlet !== null && wordsOf(speaker).join(' ') === wordsOf(report.outlet).join(' ');

/** "those forces" after "uprising forces from A": the side named last with that noun. */
const sameForces = (draft: Draft, at: number, words: string): SideId | null => {
  const parts = wordsOf(words);
  const noun = parts.at(-1) ?? '';
  if (parts.length > 3 || !draft.theatre.lexicon.has('definiteWords', parts[0] ?? '')) return null;
  const mark = draft.mentions.findLast(
    (one) => one.type === 'actor' && one.end <= at && one.side !== null && wordsOf(one.text).at(-1) === noun,
  );
  return mark?.type === 'actor' ? mark.side : null;
};

/** "Karim, who speaks for both of them": of the side of those who spoke before. */
const spokenFor = ({ draft, known }: Heard, words: string): Known['sides'] | null => {
  const said = words.toLowerCase();
  const speaks = draft.theatre.lexicon.list('spokenFor').some((phrase) => said.includes(phrase));
  return speaks ? (known.findLast(isSure)?.sides ?? null) : null;
};

/** Who spoke last did so in the sentence before, of the same paragraph. */
const isNext = ({ draft, at, since }: Heard): boolean => {
  const [last, here] = [since, at].map((offset) => draft.sentences[sentenceAt(draft, offset)]);
  return since >= 0 && last?.paragraph === here?.paragraph && (here?.index ?? 0) - (last?.index ?? 0) === 1;
};

/** The side of the body, the group or the office that the words point back to. */
const borrowed = (heard: Heard, words: string): Known['sides'] | null => {
  const { draft, known, at } = heard;
  const { lexicon } = draft.theatre;
  const one =
    amongLast(words, known, lexicon) ??
    leaderOf(words, known, lexicon) ??
    sameBody(words, known, lexicon) ??
    holderOf(words, { known, next: isNext(heard) }, lexicon) ??
    (isNext(heard) ? paperOfLast(words, known, lexicon) : undefined);
  if (one !== undefined && isSure(one)) return one.sides;
  const side = sameForces(draft, at, words);
  return side === null ? null : [side];
};

const leadPattern = kept(({ list }: Lexicon) => new RegExp(`,? (?:${list('speakerLeads').join('|')}),?$`, 'i'));

const flagPattern = kept(
  ({ list }: Lexicon) => new RegExp(`^(?:${list('entryFlags').join('|').toUpperCase()})\\b[\\s:–—-]*`),
);

/** "08:40 Residents", "UPDATE Ministry": the time and the flag of an entry are no words of who speaks there. */
const withoutFlag = (words: string, lexicon: Lexicon): string => {
  const rest = words.replace(/^(?:\d{1,2}[:.]?\d{2}\s*[:–—-]?|[QA][.:])\s+/u, '').replace(flagPattern(lexicon), '');
  return rest === '' ? words : rest;
};

/** Leading words that are not the speaker's: "But", "Meanwhile", "On Friday", "In neighbouring Takhar". */
const trimLead = (draft: Draft, words: string): string => {
  const { lexicon } = draft.theatre;
  const parts = withoutFlag(words, lexicon).replace(leadPattern(lexicon), '').split(' ');
  const isLead = (word: string): boolean => lexicon.has('speakerLeads', word) && !lexicon.has('pairWords', word);
  while (parts.length > 1 && isLead((parts[0] ?? '').toLowerCase())) parts.shift();
  return makerOf(parts.join(' '), lexicon);
};

/** "The League on Wednesday", "a report by the League published on Friday": the day is not the speaker's name. */
const withoutDate = ({ dates, report, theatre }: Draft, speaker: Span): string => {
  const date = dates.find(({ start, end }) => speaker.start < start && end <= speaker.end && speaker.end - end <= 1);
  const cut = date === undefined ? speaker.end : date.start;
  return report.text
    .slice(speaker.start, cut)
    .replace(date === undefined ? /$^/u : /[\s,]*(?:\b(?:late|early)\s*)?\b\p{Ll}{0,2}\s*$/u, '')
    .replace(/\s(\p{Ll}+)(?:\s\p{Ll}{2})?$/u, (all, form) =>
      ['publishedForms', 'sinceLinks'].some((list) => theatre.lexicon.has(list, form)) ? '' : all,
    );
};

interface Before {
  readonly known: readonly Known[];
  readonly since: number;
}

/** "MR. HALE" at a ministry's briefing speaks for the ministry. */
const ofHouse = ({ report, theatre }: Draft, { house }: RawFrame, named: Known): Known['sides'] => {
  if (house == null || isSure(named)) return named.sides;
  const { sides } = sidesOfSpeaker(report.text.slice(house.start, house.end), theatre, report.published.latest);
  return sides.length === 1 ? sides : named.sides;
};

const known = (draft: Draft, frame: RawFrame, before: Before): Known => {
  const { lexicon } = draft.theatre;
  const said = frame.speaker === null ? '' : withoutDate(draft, frame.speaker).replace(/\s+/g, ' ');
  const isHeard = (told: string): boolean => toldOutlet(draft, told) !== null;
  const quoted = quotedBy(said, lexicon, (one) => isPressOf(draft, one));
  const reached = reachedBy(withoutCited(quoted.words, lexicon), lexicon, isHeard);
  const { words, told } = { ...reached, told: reached.told ?? quoted.told };
  const heard = { draft, ...before, at: frame.speaker?.start ?? frame.start };
  const read = readSpeaker(heard, trimLead(draft, words));
  const marked = isPolitical(words, lexicon) ? read : withMark(draft, frame.speaker, read);
  const sides = sidesBeyond(draft, frame.speaker, marked.sides) ?? sidesOfRisen(draft, { ...marked, at: heard.at });
  const house = sides ?? sidesOfHouseAbroad(draft, frame, marked.sides);
  const who = { ...marked, sides: house ?? ofHouse(draft, frame, marked) };
  const via = toldOutlet(draft, frame.told) ?? toldOutlet(draft, told) ?? who.via;
  // "That A had fallen was denied": by nobody who is named.
  return { ...who, speaker: who.speaker === '' ? null : who.speaker, via, wrote: frame.wrote === true };
};

/** Speakers in the order of the text, each knowing those before. */
export const nameSpeakers = (draft: Draft, raw: readonly RawFrame[]): readonly Frame[] => {
  const before: Known[] = [];
  let since = -1;
  const frames = raw.flatMap((frame): readonly Frame[] => {
    const unknown = frame.mustBeKnown === true && !isKnown(draft, frame, before);
    const below = unknown ? speaksBelow(draft, frame, raw) : undefined;
    if (unknown && below === undefined) return [];
    if (frame.mustPass === true && !isPressOf(draft, frame.told)) return [];
    const who = known(draft, below === undefined ? frame : { ...frame, speaker: below.speaker }, {
      known: before,
      since,
    });
    // "It's something THEY never thought": a word that means nobody known is nobody whom another could mean.
    if (!isPronoun(draft, who.speaker ?? ''))
      before.push(frame.cue.start === frame.cue.end ? { ...who, silent: true } : who);
    since = frame.start;
    const { wrote: _, silent: __, ...named } = who;
    const by: Attribution = {
      ...named,
      voice: voiceOf(
        { ...who, role: [who.role, hiddenBy(draft, frame, who)].filter((part) => part !== null).join(', ') || null },
        draft.theatre,
      ),
      relayedBy: null,
      frame: { start: frame.start, end: frame.end },
    };
    const { told, mustPass, mustBeKnown, wrote, house, ...rest } = frame;
    return [{ ...rest, by }];
  });
  return relayThem(frames, draft.theatre.lexicon);
};
