// Whether what stands as the subject can do, or suffer, what a rule tells of.
// Invariant: asks of the subject's own words; a subject that nobody knows suits what needs none.
import type { VerbRule } from '../../model/lexicon.ts';
import type { Subject } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { arePersons } from './persons-meant.ts';

/** "a NEW government", "the INTERIM administration", "a new MAYOR". */
const isSuccessor = (view: SentenceView, from: number, to: number): boolean =>
  isInAny(view, ['officeSuccessors', 'officeNouns'], to - 1) &&
  view.tokens.slice(from, to).some((_, i) => isIn(view, 'successorWords', from + i));

/** "The GARRISON was overwhelmed", and no hospital; "A COUNTERATTACK gave A back to the army". */
export const suitsSubject = ({ view }: Parse, rule: VerbRule, { actor, phrase, places }: Subject): boolean => {
  // "OTHER TOWNS are under siege too": places, and no army in the place spoken of.
  const ofMen = rule.place === 'context' && rule.actor === 'context';
  if (ofMen && actor === null && places?.items.every(({ noun }) => noun?.plural === true && noun.kind !== null))
    return false;
  // "YOU can drive in and out": whoever hears it.
  const you = phrase !== null && phrase.to - phrase.from === 1 && isIn(view, 'secondPerson', phrase.from);
  if (you && rule.kind === 'entry') return false;
  // "PROTESTERS clashed with the police": no battle.
  if (phrase !== null && isIn(view, 'civilParties', phrase.to - 1) && view.lexicon.has('battleRules', rule.name))
    return false;
  if (rule.place === 'subject' && actor === null && phrase !== null && arePersons(view, phrase)) return false;
  // "POLICE stood at the gates of A": they keep them.
  if (phrase !== null && isIn(view, 'gateKeepers', phrase.to - 1) && view.lexicon.has('gateRules', rule.name))
    return false;
  // "THE GARRISON OF A was on the road to B": it has left A, and is out to take nothing.
  const onWay = phrase !== null && view.lexicon.has('wayRules', rule.name) && isIn(view, 'partLinks', phrase.to);
  if (onWay && view.markAt[phrase.to + 1]?.type === 'place') return false;
  // "A NEW GOVERNMENT will take over in A": who only comes into an office takes nothing from anybody.
  const office = ['capture', 'recapture'].includes(rule.kind) && phrase !== null && actor?.means === 'government';
  if (office && isSuccessor(view, phrase.from, phrase.to)) return false;
  // "WINTER is approaching A"
  if (rule.kind === 'threat' && phrase !== null && isIn(view, 'naturalForces', phrase.to - 1)) return false;
  // "THE BID for A was withdrawn": it never was in A.
  const ofPaper = rule.kind === 'withdrawal' && actor === null && phrase !== null;
  if (ofPaper && isIn(view, 'withdrawnPapers', phrase.to - 1)) return false;
  const isOf = (list: string): boolean => view.lexicon.has(list, rule.name);
  // "The army advanced and FIGHTERS halted ITS advance": of several, "its" is another's.
  if (phrase !== null && isOf('ownDeedRules') && wordAt(view, phrase.to - 1).endsWith('s')) return false;
  if (isOf('placeRisesRules') && phrase !== null && isTellers(view, phrase.from)) return false;
  if (actor !== null) return !isOf('eventSubjectRules');
  return !((rule.voice === 'passive' && rule.actor === 'subject') || isOf('sufferingRules'));
};

/** "The army said IT had driven them out", "said that THEY had": who tells, and no place that rises. */
const isTellers = (view: SentenceView, at: number): boolean => {
  const before = isIn(view, 'clauseComplements', at - 1) ? at - 2 : at - 1;
  const says = view.lexicon.verbs
    .get(wordAt(view, before))
    ?.some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));
  return isIn(view, 'subjectPronouns', at) && says === true;
};

const OF_GARRISONS: readonly VerbRule['kind'][] = ['surrender', 'withdrawal'];

interface Suitor {
  readonly rule: VerbRule;
  readonly subject: Subject;
}

/** "THE GOVERNOR was surrendered to the Reds": a man, and no garrison that gave a place up. */
export const isManGivenUp = ({ view }: Parse, { passive }: VerbGroup, { rule, subject }: Suitor): boolean =>
  passive &&
  rule.place === 'context' &&
  OF_GARRISONS.includes(rule.kind) &&
  subject.phrase !== null &&
  isInAny(view, ['officerNouns', 'officeActors'], subject.phrase.to - 1);

/** "The army KEEPS THE REBELS BUSY in A": its enemies are no men of its own that would hold it. */
export const isOfFoes = (
  { view }: Parse,
  { name }: VerbRule,
  { subject, other }: { readonly subject: Subject; readonly other: ActorMark | null },
): boolean => {
  const foe = view.lexicon.has('ownMenRules', name) ? opponentOf(subject.actor?.side ?? null, view.theatre) : null;
  return foe !== null && other?.side === foe;
};
