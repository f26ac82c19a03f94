// From a speaker's words to name, office, side and voice; "he", "the spokesman" and a bare surname take the one named before.
// Invariant: speakers are named in the order of the text, each knowing only those before.
import type { Attribution, Modality, Polarity } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { covers, type Span } from '../model/text.ts';
import { apposition } from './apposed-office.ts';
import { inSentences, sentenceAt } from './by-sentence.ts';
import {
  amongLast,
  byPronoun,
  described,
  hasName,
  holderOf,
  isDescription,
  isDocument,
  isOnePerson,
  type Known,
  saidInFull,
  sameBody,
  wordsOf,
} from './known-speakers.ts';
import type { ActorMark, Draft, Frame } from './marks.ts';
import { ownVoice } from './own-voice.ts';
import { relayThem } from './relay-speakers.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';
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
  const first = wordsOf(words)[0] ?? '';
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
  return saidInFull(known, words);
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
    return hasName(last) ? last : { ...own, role: own.role ?? last.role ?? last.speaker, sides: last.sides };
  if (isSure(own)) return own;
  const sidesBefore = owned(heard, words) ?? spokenFor(heard, words) ?? borrowed(heard, words);
  if (sidesBefore !== null) return { ...own, sides: sidesBefore };
  return apposition(draft, speaker) ?? { ...own, sides: ownVoice(draft)?.sides ?? own.sides };
};

/** "Karim, who speaks for both of them": of the side of those who spoke before. */
const spokenFor = ({ draft, known }: Heard, words: string): Known['sides'] | null => {
  const said = words.toLowerCase();
  const speaks = draft.theatre.lexicon.list('spokenFor').some((phrase) => said.includes(phrase));
  return speaks ? (known.findLast(isSure)?.sides ?? null) : null;
};

/** The side of the body, the group or the office that the words point back to. */
const borrowed = ({ draft, known }: Heard, words: string): Known['sides'] | null => {
  const { lexicon } = draft.theatre;
  const one = amongLast(words, known, lexicon) ?? sameBody(words, known, lexicon) ?? holderOf(words, known, lexicon);
  return one !== undefined && isSure(one) ? one.sides : null;
};

const leadPatterns = new WeakMap<Lexicon, RegExp>();

const leadPattern = (lexicon: Lexicon): RegExp => {
  const known = leadPatterns.get(lexicon) ?? new RegExp(`,? (?:${lexicon.list('speakerLeads').join('|')}),?$`, 'iu');
  leadPatterns.set(lexicon, known);
  return known;
};

/** Leading words that are not the speaker's: "But", "Meanwhile", "On Friday", "In neighbouring Takhar". */
const trimLead = (draft: Draft, words: string): string => {
  const parts = words.replace(leadPattern(draft.theatre.lexicon), '').split(' ');
  while (parts.length > 1 && draft.theatre.lexicon.has('speakerLeads', (parts[0] ?? '').toLowerCase())) parts.shift();
  return parts.join(' ');
};

/** "The League on Wednesday" said it: the day is not the speaker's name. */
const withoutDate = ({ dates, report }: Draft, speaker: Span): string => {
  const date = dates.find(({ start, end }) => speaker.start < start && end <= speaker.end);
  const cut = date === undefined ? speaker.end : date.start;
  return report.text
    .slice(speaker.start, cut)
    .replace(date === undefined ? /$^/u : /[\s,]*(?:\b(?:late|early)\s*)?\b\p{Ll}{0,2}\s*$/u, '');
};

/** "Rebel commander X" speaks for the rebels; where a theatre has no names of its own, "the Syrian army" for the government. */
const withMark = (draft: Draft, speaker: Span | null, who: Known): Known => {
  if (speaker === null) return who;
  const { theatre } = draft;
  const [from, to] = [sentenceAt(draft, speaker.start), sentenceAt(draft, speaker.end)];
  const mentions = inSentences(draft.mentions, { from, to });
  const group = mentions.some((one) => one.type === 'actor' && one.means === 'group' && covers(speaker, one));
  const challenger = theatre.sides.find(({ role }) => role === 'challenger')?.id;
  if (group && challenger !== undefined && !isSure(who)) return { ...who, sides: [challenger] };
  const mark = mentions.find((one) => one.type === 'actor' && one.side !== null && covers(speaker, one));
  if (mark?.type !== 'actor' || mark.side === null) return who;
  const sure = mark.means === 'non-state' || (theatre.open && mark.means !== 'civilian');
  return sure && !who.sides.includes(mark.side) && !who.sides.includes('local') ? { ...who, sides: [mark.side] } : who;
};

const known = (draft: Draft, frame: RawFrame, before: readonly Known[]): Known => {
  const words = frame.speaker === null ? '' : withoutDate(draft, frame.speaker);
  const heard = { draft, known: before, at: frame.speaker?.start ?? frame.start };
  const who = withMark(draft, frame.speaker, readSpeaker(heard, trimLead(draft, words.replace(/\s+/g, ' '))));
  const goesOn = who.speaker !== null && before.at(-1)?.speaker === who.speaker;
  return { ...who, via: toldOutlet(draft, frame.told) ?? (goesOn ? who.via : null) };
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
      voice: voiceOf(who, draft.theatre),
      relayedBy: null,
      frame: { start: frame.start, end: frame.end },
    };
    const { told, mustBeKnown, ...rest } = frame;
    return [{ ...rest, by }];
  });
  return relayThem(frames);
};
