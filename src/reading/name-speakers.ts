// From a speaker's words to name, office, side and voice; "he", "the spokesman" and a bare surname take the one named before.
// Invariant: speakers are named in the order of the text, each knowing only those before.
import type { SideId } from '../model/actor.ts';
import type { Attribution, Modality, Polarity } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { covers, type Span } from '../model/text.ts';
import { apposition } from './apposed-office.ts';
import { inSentences, sentenceAt } from './by-sentence.ts';
import { makerOf } from './count-makers.ts';
import { hiddenBy } from './hidden-name.ts';
import {
  amongLast,
  byPronoun,
  described,
  fullBody,
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
  wordsOf,
} from './known-speakers.ts';
import type { ActorMark, Draft, Frame } from './marks.ts';
import { ownVoice } from './own-voice.ts';
import { relayThem } from './relay-speakers.ts';
import { findOffices, sidesOfSpeaker } from './speaker-sides.ts';
import { splitSpeaker } from './split-speaker.ts';
import { toldOutlet } from './told-outlet.ts';
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
  /** True where it is a frame only if its speaker was named before. */
  readonly mustBeKnown?: boolean;
}

interface Heard {
  readonly draft: Draft;
  readonly known: readonly Known[];
  /** Where the speaker's words stand. */
  readonly at: number;
}

const NOBODY: Known = { speaker: '', role: null, sides: ['unknown'], via: null };

const isPronoun = ({ theatre }: Draft, words: string): boolean =>
  wordsOf(words).length === 1 && theatre.lexicon.has('speakerPronouns', wordsOf(words)[0] ?? '');

const isSure = ({ sides }: Known): boolean => !sides.includes('unknown');

/** The side of the actor named last before a place, in this sentence or the two before. */
const lastActor = ({ draft, at }: Heard): ActorMark | undefined => {
  const to = sentenceAt(draft, at);
  return inSentences(draft.mentions, { from: to - 2, to }).findLast(
    (one): one is ActorMark =>
      one.type === 'actor' && one.end <= at && one.side !== null && !one.pronoun && one.means !== 'civilian',
  );
};

/** "their spokesman", "its commander", "his deputy": of the side named last, or of the last speaker's. */
const owned = (heard: Heard, words: string): Known['sides'] | null => {
  const { lexicon } = heard.draft.theatre;
  const [opening = '', second = ''] = wordsOf(words);
  const first = lexicon.has('indefiniteArticles', opening) ? second : opening;
  // "Spokesman Karim Bakhtar said": of the body that was spoken of.
  if (lexicon.has('spokesWords', first)) return heard.known.findLast(isSure)?.sides ?? null;
  if (!lexicon.has('possessives', first)) return null;
  const body = lexicon.has('placePossessives', first)
    ? heard.known.slice(-2).findLast((one) => isSure(one) && !isOnePerson(one, lexicon))
    : undefined;
  if (body !== undefined) return body.sides;
  const actor = lexicon.has('personPronouns', first) ? undefined : lastActor(heard);
  return actor?.side != null ? [actor.side] : (heard.known.findLast(isSure)?.sides ?? null);
};

/** Whoever was named before and is meant by these words; what the words say themselves is kept. */
const namedBefore = ({ draft, known }: Heard, words: string): Known | undefined => {
  const { lexicon } = draft.theatre;
  if (words === '') return known.at(-1) ?? NOBODY;
  if (isDocument(words, lexicon)) return known.findLast((one) => isSure(one) && !isOnePerson(one, lexicon));
  if (isPronoun(draft, words)) return byPronoun(wordsOf(words)[0] ?? '', known, lexicon);
  return saidInFull(known, words) ?? saidInFull(known, words.replace(/,.*$/su, ''));
};

const readSpeaker = (heard: Heard, words: string): Known => {
  const { draft, known } = heard;
  const { theatre, report } = draft;
  const before = namedBefore(heard, words);
  if (before !== undefined) return before;
  const { speaker, role } = splitSpeaker(words, theatre);
  const { sides, role: office } = sidesOfSpeaker(words, theatre, report.published.latest);
  const own: Known = { speaker, role: role ?? office, sides, via: null };
  const last = isDescription(words, theatre.lexicon) ? described(words, known, theatre.lexicon) : undefined;
  if (last !== undefined && (!isSure(own) || sides.some((side) => last.sides.includes(side))))
    return hasName(last) && !isNameless(words, theatre.lexicon)
      ? last
      : { speaker: words, role: last.role ?? last.speaker, sides: last.sides, via: last.via };
  const body = wordsOf(words).length === 2 ? sameBody(words, known, theatre.lexicon) : undefined;
  if (body !== undefined && isNamedBody(body, theatre.lexicon)) return body;
  const full = theatre.open ? fullBody(words, known, theatre.lexicon) : undefined;
  if (full !== undefined) return { ...own, sides: full.sides };
  if (isSure(own)) return body === undefined ? own : { ...own, sides: body.sides };
  const sidesBefore = owned(heard, words) ?? spokenFor(heard, words) ?? borrowed(heard, words);
  if (sidesBefore !== null) return { ...own, sides: sidesBefore };
  if (isOutlet(draft, speaker)) return { ...own, sides: ['outlet'] };
  return apposition(draft, speaker) ?? { ...own, sides: ownVoice(draft)?.sides ?? own.sides };
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

/** The side of the body, the group or the office that the words point back to. */
const borrowed = ({ draft, known, at }: Heard, words: string): Known['sides'] | null => {
  const { lexicon } = draft.theatre;
  const one =
    amongLast(words, known, lexicon) ??
    leaderOf(words, known, lexicon) ??
    sameBody(words, known, lexicon) ??
    holderOf(words, known, lexicon);
  if (one !== undefined && isSure(one)) return one.sides;
  const side = sameForces(draft, at, words);
  return side === null ? null : [side];
};

const leadPatterns = new WeakMap<Lexicon, RegExp>();

const leadPattern = (lexicon: Lexicon): RegExp => {
  const known = leadPatterns.get(lexicon) ?? new RegExp(`,? (?:${lexicon.list('speakerLeads').join('|')}),?$`, 'iu');
  leadPatterns.set(lexicon, known);
  return known;
};

/** Leading words that are not the speaker's: "But", "Meanwhile", "On Friday", "In neighbouring Takhar". */
const trimLead = (draft: Draft, words: string): string => {
  const { lexicon } = draft.theatre;
  const parts = words.replace(leadPattern(lexicon), '').split(' ');
  const isLead = (word: string): boolean => lexicon.has('speakerLeads', word) && !lexicon.has('pairWords', word);
  while (parts.length > 1 && isLead((parts[0] ?? '').toLowerCase())) parts.shift();
  return makerOf(parts.join(' '), lexicon);
};

/** "The League on Wednesday" said it: the day is not the speaker's name. */
const withoutDate = ({ dates, report }: Draft, speaker: Span): string => {
  const date = dates.find(({ start, end }) => speaker.start < start && end <= speaker.end && speaker.end - end <= 1);
  const cut = date === undefined ? speaker.end : date.start;
  return report.text
    .slice(speaker.start, cut)
    .replace(date === undefined ? /$^/u : /[\s,]*(?:\b(?:late|early)\s*)?\b\p{Ll}{0,2}\s*$/u, '');
};

/** Where the name ends and what is told of it begins: ", who came with 1,500 militiamen". */
const headEnd = ({ report }: Draft, { start, end }: Span): number => {
  const comma = report.text.slice(start, end).indexOf(',');
  return comma < 0 ? end : start + comma;
};

/** "Rebel commander X" speaks for the rebels; where a theatre has no names of its own, "the Syrian army" for the government. */
const withMark = (draft: Draft, speaker: Span | null, who: Known): Known => {
  if (speaker === null) return who;
  const { theatre } = draft;
  const [from, to] = [sentenceAt(draft, speaker.start), sentenceAt(draft, speaker.end)];
  const mentions = inSentences(draft.mentions, { from, to });
  const head = isSure(who) ? { start: speaker.start, end: headEnd(draft, speaker) } : speaker;
  const civic = findOffices(draft.report.text.slice(speaker.start, speaker.end), theatre).some(
    (one) => one.class === 'third-party',
  );
  const group = !civic && mentions.some((one) => one.type === 'actor' && one.means === 'group' && covers(head, one));
  const challenger = theatre.sides.find(({ role }) => role === 'challenger')?.id;
  const film = who.sides.includes('local') && voiceOf(who, theatre).class === 'witness';
  if (group && challenger !== undefined && (film || !isSure(who))) return { ...who, sides: [challenger] };
  const mark = mentions.find((one) => one.type === 'actor' && one.side !== null && covers(head, one));
  if (mark?.type !== 'actor' || mark.side === null || (civic && mark.means === 'group')) return who;
  const sure = mark.means === 'non-state' || (theatre.open && mark.means !== 'civilian');
  return sure && !who.sides.includes(mark.side) && !who.sides.includes('local') ? { ...who, sides: [mark.side] } : who;
};

const known = (draft: Draft, frame: RawFrame, before: readonly Known[]): Known => {
  const words = frame.speaker === null ? '' : withoutDate(draft, frame.speaker);
  const heard = { draft, known: before, at: frame.speaker?.start ?? frame.start };
  const who = withMark(draft, frame.speaker, readSpeaker(heard, trimLead(draft, words.replace(/\s+/g, ' '))));
  return { ...who, via: toldOutlet(draft, frame.told) ?? who.via };
};

const isKnown = ({ report }: Draft, { speaker }: RawFrame, before: readonly Known[]): boolean =>
  speaker !== null && saidInFull(before, report.text.slice(speaker.start, speaker.end)) !== undefined;

/** Speakers in the order of the text, each knowing those before. */
export const nameSpeakers = (draft: Draft, raw: readonly RawFrame[]): readonly Frame[] => {
  const before: Known[] = [];
  const frames = raw.flatMap((frame): readonly Frame[] => {
    if (frame.mustBeKnown === true && !isKnown(draft, frame, before)) return [];
    const who = known(draft, frame, before);
    before.push(who);
    const by: Attribution = {
      ...who,
      voice: voiceOf(
        { ...who, role: [who.role, hiddenBy(draft, frame, who)].filter((part) => part !== null).join(', ') || null },
        draft.theatre,
      ),
      relayedBy: null,
      frame: { start: frame.start, end: frame.end },
    };
    const { told, mustBeKnown, ...rest } = frame;
    return [{ ...rest, by }];
  });
  return relayThem(frames);
};
