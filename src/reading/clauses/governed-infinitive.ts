// What the verb over an infinitive makes of it: "set out to retake", "went on to retake", "began to leave", "told them to leave".
// Invariant: asks of the two verbs and of the words between them alone.
import type { Kind } from '../../model/claim.ts';
import { anyIn } from '../words/moods.ts';
import { behindTimeAt } from '../words/time-ahead.ts';
import { isIn, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isTimed } from './time-taken.ts';

export const lemmaIn = (view: SentenceView, verb: VerbGroup | null, list: string): boolean =>
  verb?.lemmas.some((lemma) => view.lexicon.has(list, lemma)) ?? false;

/** "Reinforcements have LEFT Eastry to win A back", "is MASSING troops to recover A": who sets out to retake plans it. */
export const isSetOut = ({ view }: Parse, governor: VerbGroup | null, kind: Kind): boolean =>
  kind === 'recapture' && governor !== null && !governor.negated && lemmaIn(view, governor, 'settingOutVerbs');

/** "USED THE TRUCE TO move into A": what a lull was used for was done. */
const isUse = (view: SentenceView, governor: VerbGroup | null, verb: VerbGroup): boolean =>
  governor !== null && lemmaIn(view, governor, 'usingVerbs') && anyIn(view, 'lullNouns', [governor.to, verb.from]);

/** "began to leave", "had to leave", "forced the army to leave": "have" and its like only right before. */
export const isCarriedOut = (view: SentenceView, governor: VerbGroup | null, verb: VerbGroup): boolean =>
  isTimed(view, governor, verb) ||
  isUse(view, governor, verb) ||
  (!isDeparture(view, governor, verb) &&
    lemmaIn(view, governor, 'actualGovernors') &&
    (governor?.to === verb.from || goesOn(view, governor, verb) || !lemmaIn(view, governor, 'adjacentGovernors')));

/** "STARTED FROM A to relieve B": who sets out for something has not begun to do it. */
const isDeparture = (view: SentenceView, governor: VerbGroup | null, { from }: VerbGroup): boolean =>
  governor !== null &&
  governor.to < from &&
  lemmaIn(view, governor, 'beginningVerbs') &&
  isIn(view, 'wayLinks', governor.to);

/** "The offensive FORCED the rebels to leave A", "the men of the operation MANAGED to take A": what a plan is called has brought it about. */
export const isBroughtAbout = (
  view: SentenceView,
  governor: VerbGroup | null,
  verb: VerbGroup,
): governor is VerbGroup =>
  governor !== null &&
  (lemmaIn(view, governor, 'forcingGovernors') ||
    (governor.to === verb.from && lemmaIn(view, governor, 'managingGovernors'))) &&
  !(governor.infinitive || governor.gerund || governor.passive) &&
  governor.modal === null;

/** "WENT ON TO retake B". */
export const goesOn = (view: SentenceView, governor: VerbGroup | null, verb: VerbGroup): boolean =>
  governor !== null && governor.to === verb.from - 1 && isIn(view, 'onwardWords', governor.to);

/** "plans TO LEAVE A next week AND RETAKE B": the first of joined infinitives, which the verb over them governs for all. */
export const firstJoined = ({ view, verbs }: Pick<Parse, 'view' | 'verbs'>, verb: VerbGroup): VerbGroup => {
  if (!verb.infinitive || !isIn(view, 'conjunctions', verb.from - 1)) return verb;
  const before = verbs.findLast(({ to }) => to < verb.from);
  if (before === undefined || !before.infinitive) return verb;
  const parted = view.tokens.slice(before.to, verb.from).some(({ word }) => /^[,;:"“”]$/.test(word));
  return parted ? verb : firstJoined({ view, verbs }, before);
};

export const GIVING: readonly Kind[] = ['withdrawal', 'surrender'];

/** "told THE REBELS to leave", "told THEM to leave": who sends others away leaves nothing; "told its men to leave" orders it. */
export const isToldOthers = (view: SentenceView, governor: VerbGroup, verb: VerbGroup): boolean =>
  lemmaIn(view, governor, 'toldVerbs') &&
  !anyIn(view, 'clauseComplements', [governor.to, verb.from]) &&
  view.tokens.slice(governor.to, verb.from).some((_, at) => {
    const mark = view.markAt[governor.to + at];
    return mark?.type === 'actor' && !mark.modifies && (mark.pronoun || mark.means === 'name');
  });

/** "offered THE GARRISON SAFE PASSAGE to surrender": who offers something to others does not do what they would. */
export const isOfferedOthers = (view: SentenceView, governor: VerbGroup | null, { from }: VerbGroup): boolean =>
  governor !== null &&
  lemmaIn(view, governor, 'offeringVerbs') &&
  !governor.passive &&
  from > behindTimeAt(view, governor.to);

/** "NOBODY from the government has come to take it over": what nobody came for is not done. */
export const isNobodys = (view: SentenceView, governor: VerbGroup | null): boolean =>
  governor !== null &&
  view.tokens
    .slice(Math.max(0, governor.from - SUBJECT), governor.from)
    .some(({ word }) => view.lexicon.has('nobodyWords', word));

/** Words of "nobody from the ministry of defence". */
const SUBJECT = 7;

/** "struck A DEAL TO leave A", "a DEAL WITH THE REBELS TO leave": what is agreed is still to be done. */
export const isAgreed = ({ view, phraseAt }: Parse, { from }: VerbGroup): boolean => {
  const party = phraseAt[from - 1];
  const other = party?.actor != null && isIn(view, 'withWords', party.from - 1);
  return isIn(view, 'dealNouns', other ? party.from - 2 : from - 1);
};

/** "HAD TO retreat" did so, "HAVE TO leave" has not; null where nothing has to be. */
export const isHadTo = (view: SentenceView, { from, head, infinitive }: VerbGroup): boolean | null => {
  const helpers = view.tokens.slice(from, head).map((_, i) => from + i);
  const have = infinitive && helpers.some((at) => isIn(view, 'have', at) && isIn(view, 'infinitiveMarks', at + 1));
  return have ? helpers.some((at) => isIn(view, 'pastHave', at)) : null;
};

/** "ABANDONED their attempt to take A": it was not, and is no longer to be. */
export const isGivenUp = ({ view, verbs }: Parse, { from }: VerbGroup): boolean => {
  const last = verbs.findLast(({ to }) => to <= from);
  // "gave up TRYING to take A"
  const trying = last?.gerund === true && last.to === from && lemmaIn(view, last, 'tryingVerbs');
  const over = trying ? verbs.findLast(({ to }) => to <= last.from) : last;
  return (
    over !== undefined &&
    from - over.to <= GIVEN_UP &&
    !over.negated &&
    (lemmaIn(view, over, 'abandoningVerbs') || phraseLength(view, 'abandoningPhrases', over.head) > 0) &&
    (trying || isIn(view, 'attemptNouns', from - 1))
  );
};

/** Words of "up their latest attempt". */
const GIVEN_UP = 5;

/** "with NO plan to attack A", "It IS NOT in our plans to attack A", "WILL NOT LAUNCH an operation to". */
export const isNoPlan = (view: SentenceView, governor: VerbGroup | null, { from }: VerbGroup): boolean =>
  anyIn(view, 'negativeWords', [from - 4, from]) ||
  (governor?.negated === true &&
    ['be', 'launchingVerbs', 'beginningVerbs'].some((list) => lemmaIn(view, governor, list)));
