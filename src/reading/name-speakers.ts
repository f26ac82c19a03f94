// From a speaker's words to name, office, side and voice; "he", "the spokesman" and a bare surname take the one named before.

import type { SpeakerSide } from '../model/actor.ts';
import type { Attribution, Modality, Polarity } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { covers, type Span } from '../model/text.ts';
import { inSentences, sentenceAt } from './by-sentence.ts';
import type { Draft, Frame } from './marks.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';
import { splitSpeaker } from './split-speaker.ts';
import { voiceOf } from './voice.ts';

/** A frame before its speaker is known. */
export interface RawFrame extends Span {
  readonly sentence: number;
  readonly speaker: Span | null;
  readonly content: readonly Span[];
  /** Whom it was told, as written. */
  readonly told: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality | null;
}

interface Known {
  readonly speaker: string | null;
  readonly role: string | null;
  readonly sides: readonly SpeakerSide[];
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}.]+/u)
    .filter((word) => word !== '');

/** A name of one or two words said before in full ("Rahmani" after "Inamuddin Rahmani"). */
const saidInFull = (known: readonly Known[], words: string, lexicon: Lexicon): Known | null => {
  const parts = wordsOf(words);
  const last = parts.at(-1) ?? '';
  if (parts.length > 3 || !/^\p{Lu}/u.test(words) || lexicon.has('definiteWords', parts[0] ?? '')) return null;
  return (
    known.findLast(
      ({ speaker, sides }) =>
        speaker !== null &&
        !sides.includes('unknown') &&
        wordsOf(speaker).includes(last) &&
        wordsOf(speaker).length >= parts.length,
    ) ?? null
  );
};

const isPronoun = ({ theatre }: Draft, words: string): boolean =>
  wordsOf(words).length === 1 && theatre.lexicon.has('speakerPronouns', wordsOf(words)[0] ?? '');

/** "the official", "the spokesman", "the senior militant leader": somebody named before. */
const isDescription = ({ theatre }: Draft, words: string): boolean => {
  const parts = wordsOf(words);
  return (
    parts.length <= 4 &&
    !theatre.lexicon.has('possessives', parts[0] ?? '') &&
    theatre.lexicon.has('definiteWords', parts[0] ?? '') &&
    theatre.lexicon.has('personNouns', parts.at(-1) ?? '')
  );
};

const readSpeaker = (draft: Draft, words: string, known: readonly Known[]): Known => {
  const last = known.findLast(({ speaker }) => speaker !== null && /\p{Lu}/u.test(speaker)) ?? known.at(-1);
  if (words === '' || isPronoun(draft, words))
    return known.at(-1) ?? { speaker: words, role: null, sides: ['unknown'] };
  const before = saidInFull(known, words, draft.theatre.lexicon);
  if (before !== null) return before;
  const { speaker, role } = splitSpeaker(words, draft.theatre);
  const { sides, role: office } = sidesOfSpeaker(words, draft.theatre, draft.report.published.latest);
  if (
    isDescription(draft, words) &&
    last !== undefined &&
    (sides.includes('unknown') || sides.some((side) => last.sides.includes(side)))
  )
    return last;
  const owned = draft.theatre.lexicon.has('possessives', wordsOf(words)[0] ?? '')
    ? known.findLast((one) => !one.sides.includes('unknown'))
    : undefined;
  if (sides.includes('unknown') && owned !== undefined) return { speaker, role: role ?? office, sides: owned.sides };
  const apposed = sides.includes('unknown') ? apposition(draft, speaker) : null;
  return apposed ?? { speaker, role: role ?? office, sides };
};

const rolePatterns = new WeakMap<Lexicon, RegExp>();

const rolePattern = (lexicon: Lexicon): RegExp => {
  const any = (list: string): string => lexicon.list(list).join('|');
  const known =
    rolePatterns.get(lexicon) ??
    new RegExp(`^(?:,| (?:${any('apposedLinks')}))\\s+((?:${any('apposedRoles')})\\b[^,.;]*)`, 'iu');
  rolePatterns.set(lexicon, known);
  return known;
};

/** ", deputy chief of A" and " is the head of B" behind a name. */
const roleBehind = ({ theatre }: Draft, after: string): string | undefined =>
  rolePattern(theatre.lexicon).exec(after)?.[1];

/** "Jamal is the council's head of relations": an office given elsewhere in the report. */
const apposition = (draft: Draft, name: string): Known | null => {
  const last = name.split(' ').at(-1) ?? '';
  if (!/^\p{Lu}/u.test(last) || last.length < 3) return null;
  for (const sentence of draft.sentences) {
    const text = draft.report.text.slice(sentence.start, sentence.end);
    const at = text.indexOf(last);
    const role = at < 0 ? undefined : roleBehind(draft, text.slice(at + last.length));
    if (role === undefined) continue;
    const { sides } = sidesOfSpeaker(`${name}, ${role}`, draft.theatre, draft.report.published.latest);
    if (!sides.includes('unknown')) return { speaker: name, role, sides };
  }
  return null;
};

/** "told Wire 7", "told us", "told this newspaper": the outlet that was told. */
const viaOf = (draft: Draft, told: string | null): string | null => {
  if (told === null) return null;
  const words = wordsOf(told);
  if (words.some((word) => draft.theatre.lexicon.has('ourselves', word))) return draft.report.outlet;
  const name = told.replace(/^the\s+/iu, '');
  if (!/^\p{Lu}/u.test(name)) return null;
  const { report, theatre } = draft;
  const known = [report.outlet, report.agency, ...theatre.outlets.map((outlet) => outlet.name)];
  return known.find((full) => full?.endsWith(` ${name}`)) ?? name;
};

/** Leading words that are not the speaker's: "But", "Meanwhile", "On Friday", "In neighbouring Takhar". */
const trimLead = (draft: Draft, words: string): string => {
  const leads = draft.theatre.lexicon.list('speakerLeads').join('|');
  const parts = words.replace(new RegExp(`,? (?:${leads}),?$`, 'iu'), '').split(' ');
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
  if (group && challenger !== undefined && who.sides.includes('unknown')) return { ...who, sides: [challenger] };
  const mark = mentions.find((one) => one.type === 'actor' && one.side !== null && covers(speaker, one));
  if (mark?.type !== 'actor' || mark.side === null) return who;
  const sure = mark.means === 'non-state' || (theatre.open && mark.means !== 'civilian');
  return sure && !who.sides.includes(mark.side) && !who.sides.includes('local') ? { ...who, sides: [mark.side] } : who;
};

/** Speakers in the order of the text, each knowing those before. */
export const nameSpeakers = (draft: Draft, raw: readonly RawFrame[]): readonly Frame[] => {
  const known: Known[] = [];
  return raw.map((frame): Frame => {
    const words = frame.speaker === null ? '' : withoutDate(draft, frame.speaker);
    const who = withMark(draft, frame.speaker, readSpeaker(draft, trimLead(draft, words.replace(/\s+/g, ' ')), known));
    known.push(who);
    const voice = voiceOf(who, draft.theatre);
    const by: Attribution = {
      ...who,
      voice,
      via: viaOf(draft, frame.told),
      relayedBy: null,
      frame: { start: frame.start, end: frame.end },
    };
    const { start, end, sentence, speaker, content, polarity, modality } = frame;
    return { start, end, sentence, by, speaker, content, polarity, modality };
  });
};
