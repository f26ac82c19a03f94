// The lexicon's rules of verbs as a verb tries them: by lemma, each with its pattern read and with what else it may be told by.
// Invariant: rules of one lemma keep the lexicon's order.
import { kept } from '../../model/keep.ts';
import type { Lexicon, VerbRule } from '../../model/lexicon.ts';
import { type SentenceView, wordsOf } from '../words/view-sentence.ts';
import { mayFit, type Pattern, readPattern } from './match-pattern.ts';

/** A rule ready to be tried. */
export interface Tried {
  readonly rule: VerbRule;
  readonly pattern: Pattern | null;
  /** "are dug in THERE", "surrendered there": the word stands where the rule has "in A" or "at A" at its end. */
  readonly there: Tried | null;
  /** "A, INTO WHICH the rebels had slipped": what the rule has before its place, and what is left of it. */
  readonly which: { readonly links: readonly string[]; readonly tried: Tried } | null;
  /** "A, which the rebels pulled OUT OF on Monday": what the rule has before its place ends the clause. */
  readonly stranded: Tried | null;
}

/** Who is beaten off at the gates of a place is beaten off there; who took its gates has not taken it. */
const AT_EDGES: readonly VerbRule['kind'][] = ['repulse'];

const atEdge = ({ kind }: VerbRule, after: string): string =>
  AT_EDGES.includes(kind) ? after.replace('{place}', '{edge}') : after;

const plain = (rule: VerbRule): Tried => ({
  rule,
  pattern: rule.after === null ? null : readPattern(atEdge(rule, rule.after)),
  there: null,
  which: null,
  stranded: null,
});

const thereOf = (rule: VerbRule, after: string, { list }: Lexicon): Tried | null => {
  const tail = / (?:~ )?\S*\b(?:in|at)\b\S* ~ \{place\}$/.exec(after);
  if (tail === null) return null;
  const words = `${after.slice(0, tail.index)} ${list('therePattern').join(' ')}`.trim();
  return plain({ ...rule, after: words, place: 'context' });
};

const whichOf = (rule: VerbRule, after: string): Tried['which'] => {
  const tail = /(?:^|[ *~]+)(\S+) ~ \{place\}$/.exec(after);
  if (tail === null) return null;
  const links = (tail[1] ?? '').split('|');
  return { links, tried: plain({ ...rule, after: after.slice(0, tail.index) || null, place: 'context' }) };
};

/** Only a preposition is left behind so: "which they have LEFT" is told of no place. */
const strandedOf = (rule: VerbRule, after: string, lexicon: Lexicon): Tried | null => {
  const last = /(?:^|.*[ ~*])([a-z|]+) ~ \{place\}$/.exec(after)?.[1]?.split('|') ?? [];
  const links = last.length > 0 && last.every((word) => lexicon.has('prepositions', word));
  return links ? plain({ ...rule, after: after.replace(/ ~ \{place\}$/, ' $'), place: 'object' }) : null;
};

const triedOf = (rule: VerbRule, lexicon: Lexicon): Tried => {
  const { after, place } = rule;
  const own = plain(rule);
  return place !== 'after' || after === null
    ? own
    : {
        ...own,
        there: thereOf(rule, after, lexicon),
        which: whichOf(rule, after),
        stranded: strandedOf(rule, after, lexicon),
      };
};

const hasWords = ({ pattern }: Tried, view: SentenceView): boolean => pattern === null || mayFit(pattern, view);

/** Whether the sentence has the words that a rule is told by: most rules of a verb need not be tried. */
export const mayBeTold = (tried: Tried, view: SentenceView): boolean =>
  hasWords(tried, view) ||
  (tried.there !== null && hasWords(tried.there, view)) ||
  (tried.which !== null && wordsOf(view, 'relatives').length > 0 && hasWords(tried.which.tried, view));

const NO_RULES: readonly VerbRule[] = [];

const plainRules = kept(
  (lexicon: Lexicon): ReadonlyMap<string, readonly VerbRule[]> =>
    new Map([...triedRules(lexicon)].map(([lemma, all]) => [lemma, all.map(({ rule }) => rule)])),
);

/** The rules of a verb as the lexicon has them. */
export const rulesOfVerb = (lexicon: Lexicon, lemma: string): readonly VerbRule[] =>
  plainRules(lexicon).get(lemma) ?? NO_RULES;

/** By lemma: the rules to try in turn. */
export const triedRules = kept((lexicon: Lexicon): ReadonlyMap<string, readonly Tried[]> => {
  const rules = new Map<string, Tried[]>();
  for (const rule of lexicon.verbRules) {
    const tried = triedOf(rule, lexicon);
    for (const verb of rule.verbs) {
      const known = rules.get(verb);
      if (known === undefined) rules.set(verb, [tried]);
      else known.push(tried);
    }
  }
  return rules;
});
