// Where a report says that it was sent from: "KUNDUZ, June 14 (Wire 7) -".
// Invariant: a dateline opens its paragraph, and nothing is said of it.
import type { PlaceItem } from '../marks.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

/** How many words a dateline may have. */
const LONGEST = 14;

/** "Ashford, July 27 (ANA) The council …", with no capitals and no dash. */
const isDated = (view: SentenceView): boolean =>
  view.tokens.slice(1, 5).some(({ word }, i) => word === ',' && isIn(view, 'months', i + 2)) &&
  /^\p{Lu}/u.test(view.tokens[0]?.text ?? '') &&
  !isIn(view, 'prepositions', 0) &&
  view.tokens.slice(2, LONGEST).some(({ word }) => word === '(');

/** Words of a name before the dash. */
const NAME = 3;

/** "Northwich - Rebels took …": a name before a dash that joins nothing. */
const isDashed = ({ tokens, sentence }: SentenceView): boolean => {
  const at = tokens.findIndex(({ type }) => type === 'mark');
  const dash = tokens[at];
  if (dash === undefined || at < 1 || at > NAME || sentence.heading || !/^[-–—]$/.test(dash.text)) return false;
  const apart = (tokens[at - 1]?.end ?? 0) < dash.start && dash.end < (tokens[at + 1]?.start ?? 0);
  return apart && tokens.slice(0, at).every(({ text }) => /^\p{Lu}/u.test(text));
};

/** "Northwich (Norland) (WIRE) -": behind the land in brackets the agency may stand in brackets too. */
const agencyEnd = (tokens: SentenceView['tokens'], close: number): number =>
  tokens[close + 1]?.word === '(' && tokens[close + 3]?.word === ')' ? close + 3 : close;

/** "Mogadishu (HOL) - Rebels took …": a name and the agency in brackets before the dash or colon. */
const isCredited = ({ tokens, sentence }: SentenceView): boolean => {
  const open = tokens.findIndex(({ word }) => word === '(');
  if (open < 1 || open > NAME) return false;
  const close = tokens.findIndex(({ word }, at) => at > open && word === ')');
  if (close < 0 || close - open > NAME + 1 || sentence.heading) return false;
  return (
    tokens.slice(0, open).every(({ text }) => /^\p{Lu}/u.test(text)) &&
    /^[-–—:]$/.test(tokens[agencyEnd(tokens, close) + 1]?.text ?? '')
  );
};

/** "BAKU/YEREVAN, Oct 20 (Wire 7) -": the second of two towns that a report was sent from. */
const isSecondName = ({ tokens }: SentenceView, from: number): boolean =>
  from === 2 && tokens[1]?.word === '/' && [0, 2].every((at) => /^\p{Lu}{3,}$/u.test(tokens[at]?.text ?? ''));

/** "NORTHWICH: The army …", "NORTHWICH Army troops …": capitals, and then a sentence that begins anew. */
const isPlainLead = ({ tokens, sentence, theatre }: SentenceView): boolean => {
  const to = tokens.findIndex(({ text }) => !/^\p{Lu}{3,}$/u.test(text));
  if (!theatre.open || sentence.heading || to < 1 || to > NAME) return false;
  const at = tokens[to]?.word === ':' ? to + 1 : to;
  return /^\p{Lu}(?:\p{Ll}|$)/u.test(tokens[at]?.text ?? '');
};

/** "Ashford/Garth. Soldiers …", "Ashford/Garth: Soldiers …": two towns alone, and a full stop or a colon. */
const isPairAlone = ({ tokens, sentence }: SentenceView, from: number): boolean =>
  (from === 0 || from === 2) &&
  tokens[1]?.word === '/' &&
  (tokens[3]?.word === ':' ? !sentence.heading : tokens.length === 4 && tokens[3]?.word === '.') &&
  [0, 2].every((at) => /^\p{Lu}/u.test(tokens[at]?.text ?? ''));

/** "Wire 7, in Northwich", "Ivo Hale in Northwich": a line that only tells who writes, and from where. */
const isByline = (view: SentenceView, from: number): boolean => {
  const { tokens } = view;
  const before = tokens.slice(0, from - 1);
  return (
    isIn(view, 'insidePlaces', from - 1) &&
    before.length > 0 &&
    !view.marks.some(({ type }) => type === 'actor') &&
    tokens.length <= from + NAME &&
    [...before, ...tokens.slice(from)].every(({ text }) => /^[\p{Lu}\d,.]/u.test(text))
  );
};

/** "Northwich. Fighters said …": a name alone at the head of the first paragraph, before its first sentence. */
const isNameAlone = ({ tokens, sentence, theatre }: SentenceView): boolean =>
  theatre.open &&
  !sentence.heading &&
  sentence.paragraph > 0 === sentence.index > 0 &&
  sentence.index < 2 &&
  tokens.length <= NAME + 1 &&
  tokens.at(-1)?.word === '.' &&
  tokens.slice(0, -1).every(({ text }) => /^\p{Lu}/u.test(text));

/** "KUNDUZ, June 14: The army …": capitals, a day and a colon. */
const isShoutedDay = (view: SentenceView): boolean => {
  const colon = view.tokens.findIndex(({ word }) => word === ':');
  if (colon < 0 || colon > DAY || view.sentence.heading || wordAt(view, 1) !== ',') return false;
  const dated = view.tokens.slice(2, colon).some((_, i) => isIn(view, 'months', i + 2));
  return dated && /^\p{Lu}{3,}$/u.test(view.tokens[0]?.text ?? '');
};

/** Words of "KUNDUZ, June 14, 2021". */
const DAY = 6;

/** Words between "a" and the noun: "a key northern". */
const CALLED = 4;

/** "Northwich: The army took a town in …", "Northwich: Rebels seized the city of Garth": the first sentence, which tells of some other place. */
const isPlainColon = ({ tokens, sentence, theatre, markAt, lexicon }: SentenceView): boolean => {
  const to = tokens.findIndex(({ type }) => type === 'mark');
  if (!theatre.open || sentence.heading || sentence.index > 1 || to < 1 || to > NAME || tokens[to]?.word !== ':')
    return false;
  const capitals = [...tokens.slice(0, to), tokens[to + 1]].every((token) => /^\p{Lu}/u.test(token?.text ?? ''));
  const some = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  // "the town" would be the one before the colon.
  const other = tokens.some((_, at) => {
    const mark = at > to + 1 ? markAt[at] : undefined;
    if (mark?.type !== 'scope' && mark?.type !== 'place') return false;
    const article = [1, 2, CALLED - 1, CALLED].some((back) => some('indefiniteArticles', mark.from - back));
    return mark.type === 'scope'
      ? article
      : some('partLinks', mark.from - 1) && markAt[mark.from - 2]?.type === 'scope';
  });
  return capitals && other;
};

/** "KUNDUZ, June 14 (Wire 7) -": capitals at the head of a paragraph. */
export const isDateline = (view: SentenceView, item: Pick<PlaceItem, 'from'>): boolean => {
  const [first] = view.tokens;
  if (isPairAlone(view, item.from) || isByline(view, item.from)) return true;
  if (first === undefined || (item.from !== 0 && !isSecondName(view, item.from))) return false;
  if (isCredited(view)) return true;
  if (isPlainLead(view) || isPlainColon(view) || isNameAlone(view)) return true;
  if (isShoutedDay(view)) return true;
  const shouted =
    /^\p{Lu}{3,}$/u.test(first.text) && view.tokens.slice(0, LONGEST).some(({ word }) => /^[-–—(]$/.test(word));
  // "KABUL: Residents of Ashford …": capitals before a colon, in no heading.
  const label = /^\p{Lu}{4,}$/u.test(first.text) && wordAt(view, 1) === ':' && !view.sentence.heading;
  return shouted || label || isDashed(view) || (isDated(view) && wordAt(view, 0) !== '');
};
