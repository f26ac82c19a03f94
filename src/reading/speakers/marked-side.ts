// On whose side a speaker stands by the marks in his words: "rebel commander X", "the group's military spokesman".
// Invariant: what names and offices make sure is changed only by a party that stands in the name itself or owns the office.
import type { SideId } from '../../model/actor.ts';
import { covers, type Span } from '../../model/text.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { localForceOf } from '../mentions/theatre-sides.ts';
import { inSentences, sentenceAt } from '../words/by-sentence.ts';
import { cutWords } from '../words/text-words.ts';
import type { Known } from './known-speakers.ts';
import { isNationsMedia } from './newsmen.ts';
import { voiceOf } from './voice.ts';

const isSure = ({ sides }: Known): boolean => !sides.includes('unknown');

/** Where the name ends and what is told of it begins: ", who came with 1,500 militiamen". */
const headEnd = ({ report }: Draft, { start, end }: Span): number => {
  const comma = report.text.slice(start, end).indexOf(',');
  return comma < 0 ? end : start + comma;
};

/** The side of a party's mark: of "the group" the challenger's. */
const sideOf = ({ theatre }: Draft, mark: ActorMark | undefined): SideId | null =>
  mark?.means === 'group'
    ? (mark.side ?? theatre.sides.find(({ role }) => role === 'challenger')?.id ?? null)
    : (mark?.side ?? null);

/** "the brigade's leader" behind "the Coastal Brigade": the one that was named with the noun. */
const namedSo = ({ mentions, report, theatre }: Draft, speaker: Span): SideId | null => {
  const { start } = speaker;
  const noun = /^\p{L}+\s(\p{Ll}+)['’]s\s/u.exec(report.text.slice(start, speaker.end))?.[1] ?? '';
  if (!theatre.lexicon.has('groupNameWords', noun)) return null;
  const named = mentions.findLast(
    (one): one is ActorMark =>
      one.type === 'actor' &&
      one.side !== null &&
      one.end <= start &&
      / \p{Lu}\p{L}+$/u.test(one.text) &&
      one.text.toLowerCase().endsWith(` ${noun}`),
  );
  return named?.side ?? null;
};

/** "the group's military spokesman", "the rebels' commander": whose man he is, wherever it stands in his words. */
const ownerIn = ({ report, theatre }: Draft, speaker: Span, marks: readonly ActorMark[]): ActorMark | undefined =>
  marks.find(
    (one) =>
      covers(speaker, one) &&
      (one.means === 'group' || theatre.sides.some(({ id, belligerent }) => id === one.side && belligerent)) &&
      /^['’]/u.test(report.text.slice(one.end)),
  );

/** "a", "a senior", "commander of the", "who leads the": what may stand in an aside before the party that the speaker belongs to. */
const isOwnAside = ({ theatre: { lexicon } }: Draft, before: string): boolean => {
  const words = cutWords(before.slice(before.lastIndexOf(',') + 1)).words.filter(
    (word) => !lexicon.has('determiners', word) && !lexicon.has('rankAdjectives', word),
  );
  const [last = '', second = ''] = words.toReversed();
  if (words.length === 0 || lexicon.has('leadingForms', last)) return true;
  // "who speaks for the rebels".
  if (lexicon.has('behalfLinks', last) && lexicon.has('behalfForms', second)) return true;
  return lexicon.has('memberLinks', last) && lexicon.has('personNouns', second);
};

/** ", who fights the": a clause about the speaker that names another. */
const isRelative = ({ theatre: { lexicon } }: Draft, before: string): boolean =>
  cutWords(before.slice(before.lastIndexOf(',') + 1)).words.some((word) => lexicon.has('clauseRelatives', word));

/** "X, a rebel commander", "X, who leads the rebels", "X, a spokesman for the group": the party that the aside says he is of. */
const apposed = (draft: Draft, speaker: Span, marks: readonly ActorMark[]): ActorMark | undefined => {
  const comma = headEnd(draft, speaker);
  return marks.find(
    (one) =>
      covers(speaker, one) &&
      one.start > comma &&
      (one.means === 'non-state' || one.means === 'group') &&
      isOwnAside(draft, draft.report.text.slice(comma, one.start)),
  );
};

/** "witnesses and the paramilitary group": a party that ends the words, close behind "and", speaks with the others. */
const beside = (draft: Draft, head: Span, marks: readonly ActorMark[]): ActorMark | undefined =>
  marks.find((one) => {
    if (!['group', 'non-state'].includes(one.means) || one.start <= head.start || one.end !== head.end) return false;
    const { words } = cutWords(draft.report.text.slice(head.start, one.start));
    return words
      .slice(1)
      .slice(-JOINED)
      .some((word) => draft.theatre.lexicon.has('conjunctions', word));
  });

/** "and", an article and one more word. */
const JOINED = 3;

interface Marked {
  readonly head: Span;
  readonly marks: readonly ActorMark[];
}

/** "the Norland Analysts GROUP": a body with a name of its own is none of the sides. */
const isNamedBody = ({ report }: Draft, { start }: Span): boolean =>
  /\p{L}[^\S\n]+\p{Lu}[\p{L}’'-]+\s$/u.test(report.text.slice(Math.max(0, start - 40), start));

/** "Rebel commander X" speaks for the rebels; where a theatre has no names of its own, "the Syrian army" for the government. */
const byMark = (draft: Draft, who: Known, { head, marks }: Marked): Known => {
  const { theatre } = draft;
  const group = marks.some((one) => one.means === 'group' && covers(head, one) && !isNamedBody(draft, one));
  const challenger = theatre.sides.find(({ role }) => role === 'challenger')?.id;
  const film = who.sides.includes('local') && voiceOf(who, theatre).class === 'witness';
  if (group && challenger !== undefined && (film || !isSure(who))) return { ...who, sides: [challenger] };
  const mark = marks.find((one) => one.side !== null && covers(head, one));
  if (mark === undefined || mark.side === null) return who;
  // "a UN military observer": the body that is named first is whose man he is.
  const abroad = who.sides.includes('international') && voiceOf(who, theatre).class === 'third-party';
  const sure = mark.means === 'non-state' || (theatre.open && mark.means !== 'civilian' && !abroad);
  return sure && !who.sides.includes(mark.side) && !who.sides.includes('local') ? { ...who, sides: [mark.side] } : who;
};

/** "their MILITARY chief", "its army commander": what kind of office it is, and whose it is stands before. */
const isOwnKind = ({ report, theatre }: Draft, speaker: Span, { start, end, means }: ActorMark): boolean => {
  if (means !== 'government' || start <= speaker.start || end >= speaker.end) return false;
  const before = cutWords(report.text.slice(speaker.start, start)).words;
  return before.every((word) => theatre.lexicon.has('ownersPossessives', word));
};

/** The speaker with the side that the marks in his words give him. */
export const withMark = (draft: Draft, speaker: Span | null, who: Known): Known => {
  // "a fighter with the uprising", "a jihadi commander": what its words make sure no common noun for rebels changes.
  if (speaker === null || who.sides.includes(localForceOf(draft.theatre) ?? '')) return who;
  // "Norlandic media" are no state's, though the land be at war.
  if (isNationsMedia(who.speaker ?? '', draft.theatre)) return who;
  const sentences = { from: sentenceAt(draft, speaker.start), to: sentenceAt(draft, speaker.end) };
  const words = draft.report.text.slice(speaker.start, speaker.end);
  const civic = findOffices(words, draft.theatre).some((one) => one.class === 'third-party');
  const marks = inSentences(draft.mentions, sentences).filter(
    (one): one is ActorMark =>
      one.type === 'actor' && !(civic && one.means === 'group') && !isOwnKind(draft, speaker, one),
  );
  // "General X, who fights the rebels": of that aside nobody is.
  const comma = headEnd(draft, speaker);
  const own = marks.filter(
    (one) =>
      one.start < comma ||
      one.start > speaker.end ||
      isOwnAside(draft, draft.report.text.slice(comma, one.start)) ||
      !isRelative(draft, draft.report.text.slice(comma, one.start)),
  );
  const head = isSure(who) ? { start: speaker.start, end: headEnd(draft, speaker) } : speaker;
  const owned = civic || who.sides.includes('local') ? undefined : ownerIn(draft, speaker, marks);
  const owner = namedSo(draft, speaker) ?? sideOf(draft, owned);
  const aside = who.sides.includes('local') ? null : sideOf(draft, apposed(draft, speaker, marks));
  if (aside !== null) return who.sides.includes(aside) ? who : { ...who, sides: [aside] };
  if (owner !== null) return { ...who, sides: [owner] };
  const joined = isSure(who) ? sideOf(draft, beside(draft, head, marks)) : null;
  if (joined !== null) return who.sides.includes(joined) ? who : { ...who, sides: [...who.sides, joined] };
  return byMark(draft, who, { head, marks: own });
};
