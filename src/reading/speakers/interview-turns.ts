// The turns of an interview or a briefing: paragraphs with the label of who speaks ("Q:", "MR. HALE:"), and who of them asks.
// Invariant: a paragraph without a label goes on with the turn before it; a label is short and opens its paragraph.
import { kept } from '../../model/keep.ts';
import type { Draft, Sentence } from '../marks.ts';
import { isIn, type SentenceView, viewSentences } from '../words/view-sentence.ts';

/** A label is short: "Q:", "The Examiner:", "Colonel Pell:"; a record of a debate has "The Minister of the INTERIOR:". */
const LABEL = 4;
const DEBATER = 6;

/** "Mr HALE", "The Minister of DEFENCE": a title, and a name or an office in capitals. */
const isDebater = (label: string): boolean => /^\p{Lu}\p{Ll}+\.? (?:\p{Ll}+ |\p{Lu}\p{Ll}+ )*\p{Lu}{3}/u.test(label);
export const FEWEST_QUESTIONS = 2;
const FEWEST_DEBATERS = 3;

export const isQuestion = kept(
  ({ tokens }: Sentence): boolean => !tokens[0]?.quoted && tokens.some(({ word }) => word === '?'),
);

/** Where the words behind a label begin; 0 where a paragraph has none. */
const labelLength = (view: SentenceView): number => {
  const colon = view.tokens.findIndex(({ word }) => word === ':');
  const open = view.tokens.findIndex(({ word }) => word === '(');
  // "QUESTION (Radio Nine):"
  const bracket = open > 0 && open < colon && view.tokens[colon - 1]?.word === ')';
  const to = bracket ? open : colon;
  const all = view.tokens.slice(0, Math.max(0, to)).map(({ text }) => text);
  if (colon >= 1 && to <= (isDebater(all.join(' ')) ? DEBATER : LABEL)) return colon + 1;
  // "Q Can you confirm that?", "Q. Has A fallen?"
  const letter = isIn(view, 'askingLabels', 0) && /^\p{Lu}$/u.test(view.tokens[0]?.text ?? '');
  return letter ? (/^[.)]$/.test(view.tokens[1]?.word ?? '') ? 2 : 1) : 0;
};

const questionsIn = kept((sentences: readonly Sentence[]) => sentences.filter(isQuestion).length);

/** A report with fewer than two questions is no interview. */
export const isInterview = ({ sentences }: Pick<Draft, 'sentences'>): boolean =>
  questionsIn(sentences) >= FEWEST_QUESTIONS;

export interface Turn {
  /** The label's own words; null for a paragraph that has none. */
  readonly label: string | null;
  /** How many tokens of the first sentence the label takes, with its mark. */
  readonly from: number;
  readonly sentences: readonly SentenceView[];
}

const turnOf = (sentences: readonly SentenceView[]): Turn => {
  const [first] = sentences;
  const from = first === undefined ? 0 : labelLength(first);
  const all = first?.tokens.slice(0, from) ?? [];
  const open = all.findIndex(({ word }) => word === '(');
  const words = all.slice(0, open > 0 ? open : all.length).filter(({ type }) => type !== 'mark');
  return { label: from === 0 ? null : words.map(({ text }) => text).join(' '), from, sentences };
};

export const turnsOf = (views: readonly SentenceView[]): readonly Turn[] => {
  const told = views.filter(({ sentence }) => sentence.part !== 'caption');
  return [...Map.groupBy(told, ({ sentence }) => sentence.paragraph).values()].map(turnOf);
};

export const asks = ({ sentences }: Turn): boolean => sentences.some(({ sentence }) => isQuestion(sentence));

export interface Voice {
  readonly label: string;
  readonly asking: boolean;
  readonly turns: readonly Turn[];
}

/** More than so many of the turns of who asks have a question. */
const ASKING = 0.5;

const isAsking = (label: string, own: readonly Turn[]): boolean =>
  own[0]?.sentences[0]?.lexicon.has('askingLabels', label.toLowerCase()) === true ||
  own.filter(asks).length > own.length * ASKING;

/** Those whose label is said again and again, and, among them, those who are named in capitals if only once. */
export const voicesOf = (turns: readonly Turn[]): readonly Voice[] => {
  // "MONDAY: The rebels took A. Why?": a day speaks to nobody.
  const isDay = ({ label, sentences }: Turn): boolean =>
    label !== null && sentences[0]?.lexicon.has('weekdays', label.toLowerCase()) === true;
  const groups = Map.groupBy(
    turns.filter((turn) => turn.label !== null && !isDay(turn)),
    ({ label }) => label ?? '',
  );
  const often = [...groups.values()].filter((own) => own.length >= FEWEST_QUESTIONS);
  const debaters = [...groups].filter(([label]) => isDebater(label));
  if (often.length < 2)
    return debaters.length < FEWEST_DEBATERS
      ? []
      : debaters.map(([label, own]) => ({ label, asking: isAsking(label, own), turns: own }));
  const isShouted = (label: string): boolean => /^\p{Lu}/u.test(label) && label === label.toUpperCase();
  const voices = [...groups].filter(([label, own]) => own.length >= FEWEST_QUESTIONS || isShouted(label));
  return voices.map(([label, own]) => ({ label, asking: isAsking(label, own), turns: own }));
};

/** Only who answers has a label: "How many do you hold? / Hale: Two."; the questions between stand without. */
export const soleVoice = (turns: readonly Turn[]): Voice | null => {
  const groups = Map.groupBy(turns, ({ label }) => label);
  const often = [...groups].filter(([label, own]) => label !== null && own.length >= FEWEST_QUESTIONS);
  const bare = (groups.get(null) ?? []).filter(asks);
  const [[label, own] = [null, []], ...more] = often;
  if (label === null || more.length > 0 || bare.length < FEWEST_QUESTIONS || isAsking(label, own)) return null;
  return { label, asking: false, turns: own };
};

const isRepeated = (turns: readonly Turn[], { label }: Turn): boolean =>
  turns.filter((turn) => turn.label === label).length >= FEWEST_QUESTIONS;

/** Each turn with the paragraphs that go on with it. */
export const spokenIn = (turns: readonly Turn[], { turns: own }: Voice): readonly Turn[] => {
  // Where the questions have no label, a question ends the answer.
  const alone = turns.every((turn) => turn.label === null || own.includes(turn) || !isRepeated(turns, turn));
  let open = false;
  return turns.filter((turn) => {
    if (turn.label !== null) open = own.includes(turn);
    else if (alone && asks(turn)) open = false;
    return open;
  });
};

const asked = new WeakMap<Draft['sentences'], ReadonlySet<number>>();

/** The sentences of who asks in a briefing: whoever asks asserts nothing. */
export const askedIn = (draft: Draft): ReadonlySet<number> => {
  const { sentences } = draft;
  const known = asked.get(sentences);
  if (known !== undefined) return known;
  const turns = sentences.filter(isQuestion).length < FEWEST_QUESTIONS ? [] : turnsOf(viewSentences(draft));
  const asking = voicesOf(turns).filter((voice) => voice.asking);
  const own = asking.flatMap((voice) => spokenIn(turns, voice).flatMap((turn) => turn.sentences));
  const found = new Set(own.map(({ sentence }) => sentence.index));
  asked.set(sentences, found);
  return found;
};
