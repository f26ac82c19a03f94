// "The Council says: / - We hold A. / - B is ours.": who stands in a heading has said the points beneath it.
// Invariant: the heading names one speaker and says nothing itself; its points end with the list, or with the next heading.
import { isFiniteVerb } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isNameList } from '../clauses/line-heads.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isIn, isInAny, phraseLength, type SentenceView, viewSentences, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';

/** Words of a speaker in a heading: "The League", "Guards of the Council in Ashford". */
const LONGEST = 9;

interface Paragraph {
  readonly views: readonly SentenceView[];
  readonly bullet: boolean;
  readonly heading: boolean;
}

interface Head {
  readonly view: SentenceView;
  readonly from: number;
  readonly to: number;
  /** True where the words say that somebody speaks ("The League says", "The Council:"), not only who. */
  readonly says: boolean;
}

const isBullet = (view: SentenceView): boolean =>
  /^[-–—•*·]$/.test(wordAt(view, 0)) && (view.tokens[1]?.start ?? 0) > (view.tokens[0]?.end ?? 0);

/** "The committee IS AUTHORISED TO STATE:": words that stand before all that is stated, behind a dateline too. */
const statementTail = (view: SentenceView): number => {
  const to = view.tokens.length - 1;
  if (wordAt(view, to) !== ':') return 0;
  const at = view.tokens.findIndex((_, i) => i > 0 && i + phraseLength(view, 'statementTails', i) === to);
  return at < 0 ? 0 : to - at;
};

const paragraphsOf = (views: readonly SentenceView[]): readonly Paragraph[] =>
  [...Map.groupBy(views, ({ sentence }) => sentence.paragraph).values()].flatMap((own): Paragraph[] => {
    const [first] = own;
    const last = own.at(-1);
    if (first === undefined || last === undefined) return [];
    const bullet = isBullet(first);
    const alone = own.length === 1 && (first.sentence.heading || last.tokens.at(-1)?.word === ':');
    return [{ views: own, bullet, heading: !bullet && (alone || statementTail(last) > 0) }];
  });

const isVerb = (verb: VerbGroup | undefined): boolean => verb !== undefined && isFiniteVerb(verb);

/** "Statement of the Council": a paper's title, which says by itself who speaks. */
const isPaper = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['statementNouns', 'documentNouns', 'claimNouns'], at);

/** Who speaks is a side or holds an office, without a verb beside the name. */
const namesSpeaker = (view: SentenceView, from: number, to: number): boolean => {
  const own = view.tokens.slice(from, to);
  if (own.length === 0 || own.length > LONGEST || own.some(({ type }) => type === 'number')) return false;
  const { verbAt } = parseSentence(view);
  if (own.some((token, i) => token.type === 'mark' || isVerb(verbAt[from + i]) || isPaper(view, from + i)))
    return false;
  // "TOWNS FALLING TO THE REBELS:" heads what befell towns, and no words of theirs.
  const isLed = (at: number): boolean => {
    const link = at - (isIn(view, 'determiners', at - 1) ? 2 : 1);
    return link >= from && isIn(view, 'prepositions', link) && !isInAny(view, ['homeLinks', 'partLinks'], link);
  };
  const side = view.marks.some(
    (mark) =>
      mark.type === 'actor' &&
      !mark.pronoun &&
      mark.side !== null &&
      mark.from >= from &&
      mark.to === to &&
      !isLed(mark.from),
  );
  return side || findOffices(own.map(({ text }) => text).join(' '), view.theatre).length > 0;
};

const headOf = (view: SentenceView): Head | null => {
  const colon = view.tokens.at(-1)?.word === ':';
  let to = view.tokens.length - (colon ? 1 : 0);
  const from = Math.max(phraseLength(view, 'headLeads', 0), phraseLength(view, 'accordingTo', 0));
  let tail = statementTail(view);
  for (let at = from + 1; at < to && tail === 0; at++)
    if (at + phraseLength(view, 'headTails', at) === to) tail = to - at;
  to -= tail;
  if (wordAt(view, to - 1) === "'s") to -= 1;
  return namesSpeaker(view, from, to) ? { view, from, to, says: colon || tail > 0 || from > 0 } : null;
};

/** The points beneath a heading: its bullets, else all up to the next heading. */
const pointsUnder = (paragraphs: readonly Paragraph[], at: number): readonly Paragraph[] => {
  const rest = paragraphs.slice(at + 1);
  const bullets = rest[0]?.bullet === true;
  const end = rest.findIndex(({ bullet, heading }) => (bullets ? !bullet : heading || bullet));
  return end < 0 ? rest : rest.slice(0, end);
};

/** "We hold A": points in the speaker's own words. */
const isOwnWords = ({ views }: Paragraph): boolean =>
  views.some(({ tokens, lexicon }) => tokens.some(({ word, quoted }) => !quoted && lexicon.has('firstPerson', word)));

/** "What each side says": so every heading with a side is who speaks. */
const saysSides = (views: readonly SentenceView[]): boolean =>
  views.slice(0, 3).some((view) => view.tokens.some((_, at) => phraseLength(view, 'sidesSay', at) > 0));

const frameOf = ({ view, from, to }: Head, points: readonly Paragraph[]): readonly RawFrame[] => {
  const [start, end] = [view.tokens[from]?.start, view.tokens[to - 1]?.end];
  if (start === undefined || end === undefined || points.length === 0) return [];
  const content = points.flatMap(({ views }) =>
    views.map(({ sentence }) => ({ start: sentence.start, end: sentence.end })),
  );
  const cue = { start: view.tokens[to]?.start ?? end, end: view.sentence.end };
  const speaker = { start, end };
  const sentence = view.sentence.index;
  return [{ start, end, cue, sentence, speaker, content, told: null, polarity: 'affirmed', modality: null }];
};

/** One raw frame for each heading that names who says what stands beneath it. */
export const findHeaded = (draft: Draft): readonly RawFrame[] => {
  const views = viewSentences(draft);
  const paragraphs = paragraphsOf(views);
  const sides = saysSides(views);
  return paragraphs.flatMap(({ views: own, heading }, at) => {
    const view = own.at(-1);
    const head = heading && view !== undefined && view.sentence.part !== 'headline' ? headOf(view) : null;
    if (head === null) return [];
    const points = pointsUnder(paragraphs, at);
    const bullets = points[0]?.bullet === true;
    // "Reds: / Ashford, Garth.": names alone are what somebody has, and nothing that he says.
    if (points.every(({ views: own }) => own.every((view) => isNameList(parseSentence(view))))) return [];
    return head.says || sides || bullets || points.some(isOwnWords) ? frameOf(head, points) : [];
  });
};
