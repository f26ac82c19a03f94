// Speakers of a third force by what the text tells of it: a bare "Commander Karim", "fighters of Karim, a former chief".
// Invariant: whoever has an office of state, or is of a side by name, keeps it.
import type { SideId } from '../../model/actor.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { risenToldOf } from '../mentions/local-force.ts';
import { incumbentOf, localForceOf } from '../mentions/theatre-sides.ts';
import { inSentence, inSentences, sentenceAt } from '../words/by-sentence.ts';
import type { Known } from './known-speakers.ts';
import { mansOwn } from './mans-own.ts';

/** "Karim's men are in no hurry. …, ONE OF THEM said": of those whom the sentence before speaks of. */
const oneOfThose = (draft: Draft, { speaker, at }: Pick<Known, 'speaker'> & { readonly at: number }): SideId | null => {
  const words = (speaker ?? '').toLowerCase().split(' ');
  const { lexicon } = draft.theatre;
  if (words.length > SHORT || !lexicon.has('partPronouns', words.at(-1) ?? '')) return null;
  const sentence = sentenceAt(draft, at);
  const last = inSentences(draft.mentions, { from: sentence - 1, to: sentence }).findLast(
    (one): one is ActorMark => one.type === 'actor' && one.end < at && !one.pronoun && isMany(one.text, lexicon),
  );
  if (last === undefined) return null;
  return mansOwn(draft, last) ?? (last.side === localForceOf(draft.theatre) ? last.side : null);
};

const isMany = (text: string, lexicon: Lexicon): boolean =>
  text.endsWith('s') || lexicon.has('followerMen', text.toLowerCase().split(' ').at(-1) ?? '');

/** "one of them". */
const SHORT = 4;

/** Characters of "Karim's deputy, Sher Nazar". */
const AIDE = 60;

/** "KARIM'S DEPUTY", "one of KARIM'S SUB-COMMANDERS": of the man whose own men the report has told of. */
const leadersAide = (draft: Draft, { at }: { readonly at: number }): SideId | null => {
  const { theatre, report, mentions, sentences } = draft;
  if (localForceOf(theatre) === null) return null;
  const aides = theatre.lexicon.list('leadersAides').join('|');
  const words = report.text.slice(at, at + AIDE);
  const name = new RegExp(`^[^.:;]*?(\\p{Lu}\\p{L}+)['’]s (?:${aides})\\b`, 'u').exec(words)?.[1];
  if (name === undefined) return null;
  const own = mentions.find((one): one is ActorMark => {
    if (one.type !== 'actor' || one.pronoun || mansOwn(draft, one) !== localForceOf(theatre)) return false;
    const near = sentences[one.sentence]?.tokens.slice(Math.max(0, one.from - NAMED), one.to + NAMED) ?? [];
    return near.some(({ text }) => text === name);
  });
  return own === undefined ? null : localForceOf(theatre);
};

/** Words between the men and the name of whom they follow. */
const NAMED = 4;

/** "a commander OF THE 217th CORPS", "a POLICE commander", "commander in A": he has more of an office than the bare word. */
const isOfOffice = (role: string, lexicon: Lexicon): boolean =>
  role
    .toLowerCase()
    .split(/\s+/)
    .some((word) => !['determiners', 'plainCommanders', 'commanderLinks'].some((list) => lexicon.has(list, word)));

/** "Commander Karim said" where the text tells of a third force; "fighters of Karim, a former chief, say". */
export const sidesOfRisen = (
  draft: Draft,
  { speaker, role, sides, at }: Known & { readonly at: number },
): Known['sides'] | null => {
  const { theatre } = draft;
  // "Karim, A COMMANDER, said": the office stands beside the name.
  const named = role === null || isOfOffice(role, theatre.lexicon) ? (speaker ?? '') : `${speaker ?? ''} ${role}`;
  const offices = findOffices(named, theatre).map(({ start, end }) => named.slice(start, end));
  const commands =
    offices.length > 0 && offices.every((office) => theatre.lexicon.has('plainCommanders', office.toLowerCase()));
  const bare = commands && sides.every((side) => side === incumbentOf(theatre) || side === 'local');
  const until = at + Math.max(1, speaker?.length ?? 0);
  const own = inSentence(draft.mentions, sentenceAt(draft, at))
    .filter((one): one is ActorMark => one.type === 'actor' && one.start < until && one.end > at)
    .flatMap((mark) => mansOwn(draft, mark) ?? []);
  const side =
    (bare ? risenToldOf(draft, at) : null) ??
    own[0] ??
    oneOfThose(draft, { speaker, at }) ??
    leadersAide(draft, { at });
  return side === null ? null : [side];
};
