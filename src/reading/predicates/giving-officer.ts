// "The colonel who gave up A", "Captain Bor surrendered with his men": one man, but he gives up what he commands.
// Invariant: an officer who only gives himself up gives up no place.
import type { VerbRule } from '../../model/lexicon.ts';
import type { Subject } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark } from '../marks.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

/** Words between the verb and the men whom he takes along: "surrendered with 86 of HIS MEN". */
const ALONG = 6;

/** So far before the name may the office stand: "The former governor of Ashford, Ivo Hale, who …". */
const APPOSED = 8;

/** "The former governor of A, IVO HALE, who surrendered it": a name behind the comma that closes his office. */
const isApposed = ({ view, verbAt }: Parse, { from, to }: NounPhrase): boolean => {
  if (wordAt(view, from - 1) !== ',' || !view.tokens.slice(from, to).every(({ text }) => /^\p{Lu}/u.test(text)))
    return false;
  for (let at = from - 2; at >= Math.max(0, from - APPOSED) && verbAt[at] === undefined; at--) {
    if (isInAny(view, ['officerNouns', 'officeActors'], at)) return true;
    if (/^[,;:.]$/.test(wordAt(view, at))) return false;
  }
  return false;
};

/** "a colonel", "Captain Bor": an office stands at the end of the phrase, or before a name. */
const isOfficer = (parse: Parse, phrase: NounPhrase): boolean => {
  const { view } = parse;
  const { from, to } = phrase;
  if (isIn(view, 'officerNouns', to - 1) || isApposed(parse, phrase)) return true;
  const title = view.tokens.findIndex((_, at) => at >= from && at < to && isIn(view, 'officerNouns', at));
  return title >= 0 && view.tokens.slice(title + 1, to).every(({ text }) => /^\p{Lu}/u.test(text));
};

const bringsMen = (parse: Parse, { to }: VerbGroup): boolean => {
  const { view } = parse;
  for (let at = to; at < to + ALONG; at++) {
    if (parse.verbAt[at] !== undefined || /^[,;:.]$/.test(wordAt(view, at))) return false;
    if (isIn(view, 'alongLinks', at)) {
      const men = view.marks.find(({ type, from }) => type === 'actor' && from > at && from <= at + ALONG);
      return men !== undefined;
    }
  }
  return false;
};

/** "Ivo Hale, A MILITIA COMMANDER, surrendered A": what he is, between commas behind his name. */
const officeBehind = ({ view, phraseAt }: Parse, { from, to }: NounPhrase): NounPhrase | null => {
  const named = view.tokens.slice(from, to).every(({ text }) => /^\p{Lu}/u.test(text));
  const told = named && wordAt(view, to) === ',' ? phraseAt[to + 1] : undefined;
  return told !== undefined && isIn(view, 'officerNouns', told.to - 1) && wordAt(view, told.to) === ',' ? told : null;
};

/** "an UPRISING commander", "a commander of the UPRISING": those who rise, by the noun for what they do. */
const risingIn = ({ view }: Parse, from: number, to: number): ActorMark | null => {
  const at = view.tokens.findIndex((_, i) => i >= from && i < to && isIn(view, 'risingNouns', i));
  const token = view.tokens[at];
  if (token === undefined) return null;
  const { start, end, text } = token;
  const { index: sentence } = view.sentence;
  return {
    ...{ type: 'actor', start, end, text, sentence, from: at, to: at + 1, side: null },
    ...{ means: 'forces', pronoun: false, modifies: false },
  };
};

/** "a REBEL commander", "the commander of the REBELS": whose officer he is. */
const ownerOf = (parse: Parse, { from, to }: NounPhrase): ActorMark | null => {
  const { view } = parse;
  const behind = isIn(view, 'partLinks', to) ? to + 3 : to;
  const mark = view.marks.find(
    (one): one is ActorMark => one.type === 'actor' && one.side !== null && one.from >= from && one.from < behind,
  );
  return mark ?? risingIn(parse, from, behind);
};

export interface GivingOfficer {
  /** Whose he is, where the words say so. */
  readonly owner: ActorMark | null;
}

/** The officer who is the subject of a giving up, where no side is; null where there is none. */
export const givingOfficer = (
  parse: Parse,
  { kind, name, place, after }: VerbRule,
  { verb, subject, passive }: { verb: VerbGroup; subject: Subject; passive: boolean },
): GivingOfficer | null => {
  const { phrase, actor } = subject;
  const gives = kind === 'surrender' || (kind === 'withdrawal' && parse.view.lexicon.has('concedingRules', name));
  const office = phrase === null ? null : officeBehind(parse, phrase);
  if (!gives || passive || phrase === null || (office === null && !isOfficer(parse, phrase))) return null;
  if (actor !== null && !actor.modifies) return null;
  // Who gives the keys or his men's arms gives up more than himself.
  const keys = parse.view.lexicon.has('keyRules', name);
  const himself = !keys && (place === 'context' || place === 'subject' || after?.includes('in|at') === true);
  if (himself && !bringsMen(parse, verb)) return null;
  return { owner: ownerOf(parse, office ?? phrase) };
};
