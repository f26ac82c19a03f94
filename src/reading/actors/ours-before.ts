// "They" behind "our": in a quotation whom the speaker has just called his own are no enemy.
// Invariant: asks of the sentence, or of the one before where the same side has told it.
import type { Kind } from '../../model/claim.ts';
import { covers } from '../../model/text.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Mention, Predicate } from '../marks.ts';
import { inSentence, inSentences } from '../words/by-sentence.ts';

const GONE: readonly Kind[] = ['withdrawal', 'loss', 'surrender'];

/** "The president said HIS SOLDIERS had taken A. “THEY did well,” he said": whom he told of as his own a sentence before. */
const toldAsOwn = (draft: Draft, { sentence, start }: ActorMark): boolean => {
  const first = inSentence(draft.mentions, sentence).find((one) => one.type === 'actor');
  const [frame] = inSentence(draft.frames, sentence - 1);
  const sides = frameOver(draft, start)?.by.sides ?? [];
  // "ITS MEN had left A. “They have taken it”": whoever came after them.
  const denies = frame?.polarity === 'denied';
  const isGone = ({ kind, polarity }: Predicate): boolean => GONE.includes(kind) && (polarity === 'denied') === denies;
  if (inSentence(draft.predicates, sentence - 1).some(isGone)) return false;
  if (first?.start !== start || frame === undefined || !frame.by.sides.some((side) => sides.includes(side)))
    return false;
  const actors = inSentence(draft.mentions, sentence - 1).filter(
    (one): one is ActorMark => one.type === 'actor' && frame.content.some((content) => covers(content, one)),
  );
  // "denied that THE ARMY would leave. “THEY will stay”": nobody else is told of.
  const [only, ...more] = actors;
  const alone = only?.side != null && !only.pronoun && more.length === 0 && sides.includes(only.side);
  if (denies && alone) return true;
  const [owner, men] = actors;
  return owner?.type === 'actor' && owner.pronoun && owner.modifies && men?.from === owner.to;
};

const LEAVING: readonly Kind[] = ['withdrawal', 'surrender'];
const ARRIVING: readonly Kind[] = ['hold', 'entry'];

const nameOf = ({ items }: Predicate): string | undefined => items[0]?.place?.text;

/** "left PARTS OF THE TOWN": a place that has its name from elsewhere may be the very one. */
const isUnnamed = ({ items }: Predicate): boolean => items.length > 0 && items[0]?.place === null;

/** "The garrison left A, the mayor said. “THEY were in B by evening. They left in order”": who goes on leaving, or has come elsewhere, is who left. */
const wentAway = (draft: Draft, mark: ActorMark): boolean => {
  const { sentence, start } = mark;
  const own = inSentence(draft.predicates, sentence).find(({ doer }) => doer?.start === start);
  const sides = frameOver(draft, start)?.by.sides ?? [];
  const gone = inSentences(draft.predicates, { from: sentence - BACK, to: sentence - 1 }).findLast(
    ({ kind, doer }) => LEAVING.includes(kind) && doer?.side != null,
  );
  const told = gone === undefined ? [] : (frameOver(draft, gone.start)?.by.sides ?? []);
  if (own === undefined || gone?.doer?.side == null || !sides.includes(gone.doer.side)) return false;
  if (!told.some((side) => sides.includes(side))) return false;
  const [here, there] = [nameOf(own), nameOf(gone)];
  return (
    LEAVING.includes(own.kind) ||
    (ARRIVING.includes(own.kind) && here !== undefined && here !== there && !isUnnamed(gone))
  );
};

/** "They left. They kept their word. They were in B." */
const BACK = 2;

/** "“The army is in A. THEY HAVE NOT LEFT it”": a state that goes on, and nothing that an enemy comes to do. */
const staysThere = ({ predicates }: Draft, start: number): boolean =>
  predicates.some(
    ({ doer, kind, polarity }) =>
      doer?.start === start && (polarity === 'affirmed' ? kind === 'hold' : LEAVING.includes(kind)),
  );

/** "“OUR soldiers entered A. THEY are in control of it”": with nobody else told of, they are whom the sentence before called his own. */
const goesOnWithOurs = (
  draft: Draft,
  { sentence, start }: ActorMark,
  isOur: (one: Mention | undefined) => boolean,
): boolean => {
  const first = inSentence(draft.mentions, sentence).find((one) => one.type === 'actor');
  const sides = frameOver(draft, start)?.by.sides ?? [];
  const before = inSentence(draft.mentions, sentence - 1).filter((one): one is ActorMark => one.type === 'actor');
  const [owner, men, ...others] = before;
  const named =
    (owner?.modifies === true && isOur(owner) && men?.from === owner.to && others.length === 0) ||
    (before.length === 1 && sides.includes(owner?.side ?? '') && staysThere(draft, start));
  const same = owner !== undefined && frameOver(draft, owner.start)?.by.sides.some((side) => sides.includes(side));
  if (first?.start !== start || !named || same !== true) return false;
  // "OUR troops LEFT A. They took it": whoever came after them.
  return !inSentence(draft.predicates, sentence - 1).some(
    ({ kind, polarity }) => GONE.includes(kind) && polarity === 'affirmed',
  );
};

/** "OUR guys are there and THEY will stay": whom the sentence has just called the speaker's own. */
export const isOfOurs = (draft: Draft, mark: ActorMark): boolean => {
  const { sentence, start } = mark;
  const { lexicon } = draft.theatre;
  if (toldAsOwn(draft, mark) || wentAway(draft, mark)) return true;
  const before = inSentence(draft.mentions, sentence).filter((one) => one.type === 'actor' && one.end <= start);
  const [last, owner] = [before.at(-1), before.at(-2)];
  const isOur = (one: Mention | undefined): boolean =>
    one?.type === 'actor' && lexicon.has('ourWords', one.text.toLowerCase());
  if (before.length === 0 && goesOnWithOurs(draft, mark, isOur)) return true;
  return isOur(last) || (last !== undefined && isOur(owner) && owner?.to === last.from);
};
