// What somebody lets others do: "let the garrison leave A" is done, "offered to let it leave" and "refused to" are not.
// Invariant: only a bare verb right behind "let" and who is let.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { GIVING, lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { actual, dropped, flip, type Mood, planned } from '../words/moods.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

/** Words of "the last of the besieged garrison". */
const LET = 8;

/** Words of "the streets and". */
const JOINED = 4;

/** "help the police SEARCH AND clear A": the bare verb that the one behind "and" goes on with. */
const joinedBefore = ({ view, verbs }: Parse, from: number): VerbGroup | null => {
  const first = isIn(view, 'listLinks', from - 1) ? verbs.findLast(({ to }) => to < from) : undefined;
  const near = first?.bare === true && first.forms.includes('base') && from - first.to <= JOINED;
  return near && view.tokens.slice(first.to, from).every(({ type }) => type !== 'mark') ? first : null;
};

/** The verb "let" over a bare verb; null where none is. */
export const letOver = (parse: Parse, { bare, from, forms }: VerbGroup): VerbGroup | null => {
  const { view, verbs } = parse;
  if (!bare || !forms.includes('base')) return null;
  const first = joinedBefore(parse, from);
  if (first !== null) return letOver(parse, first);
  const over = verbs.findLast(({ to }) => to <= from);
  if (over === undefined || from === over.to || from - over.to > LET || !lemmaIn(view, over, 'letVerbs')) return null;
  return view.tokens.slice(over.to, from).some(({ type }) => type === 'mark') ? null : over;
};

/** "offered TO let", "refused TO let", "agreed TO let": what the verb over it makes of it. */
const moodOfGoverned = ({ view, verbs }: Parse, over: VerbGroup, kind: Kind): Mood => {
  const governor = verbs.findLast(({ to }) => to <= over.from) ?? null;
  if (lemmaIn(view, governor, 'offerVerbs')) return dropped(kind, 'an offer');
  if (['refusingVerbs', 'failingGovernors'].some((list) => lemmaIn(view, governor, list)))
    return GIVING.includes(kind) ? dropped(kind, 'kept from going') : { ...actual(kind), polarity: 'denied' };
  return lemmaIn(view, governor, 'plannedGovernors') ? planned(kind) : actual(kind);
};

/** "LET THEM COME": said by nobody who lets them. */
const isCalledOut = ({ view }: Parse, over: VerbGroup): boolean =>
  over.bare && over.forms.includes('base') && (over.from === 0 || /^["“‘,.;:—–-]$/.test(wordAt(view, over.from - 1)));

/** "TO HELP the police RETAKE A, troops were sent": what help is only meant for; "MANAGED TO help" gave it. */
const isHelpMeant = ({ view, verbs }: Parse, over: VerbGroup): boolean => {
  const governor = verbs.findLast(({ to }) => to === over.from) ?? null;
  return over.infinitive && lemmaIn(view, over, 'helpWords') && !lemmaIn(view, governor, 'actualGovernors');
};

/** The mood of what is let; null where nothing is. */
export const moodOfLet = (parse: Parse, verb: VerbGroup, kind: Kind): Mood | null => {
  const over = letOver(parse, verb);
  if (over === null) return null;
  if (isHelpMeant(parse, over)) return kind === 'recapture' ? planned(kind) : dropped(kind, 'a purpose, not a deed');
  if (isCalledOut(parse, over)) return dropped(kind, 'a challenge');
  if (over.negated) return GIVING.includes(kind) ? dropped(kind, 'kept from going') : flip(actual(kind), true);
  if (over.modal !== null)
    return parse.view.lexicon.has('futureModals', over.modal) ? planned(kind) : dropped(kind, 'a thing imagined');
  return over.infinitive ? moodOfGoverned(parse, over, kind) : actual(kind);
};
