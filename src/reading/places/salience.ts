// How much a place is in the reader's mind where a later word means it without its name: what the sentences before were
// about weighs most, then what a verb was said of; it fades from sentence to sentence, and faster over paragraphs.
// Invariant: pure sums over mentions; a place that is never named before has none.
import type { Draft } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';

/** What is left of a mention's weight one sentence later. */
const FADING = 0.6;
/** "50 km from X", "X police": named, but nothing was said of it; "weeks after X fell": only reckoned from. */
const LOCATING = 0.1;
const SUBJECT = 2.5;
const FOCUS = 3;
const SAME_PARAGRAPH = 4;
/** A name in a title stays in mind. */
const TITLE = 1;
/** "And Ashford?": what is asked about is what the answer behind it is about. */
const ASKED = 3;

export interface Scene {
  readonly draft: Draft;
  readonly sentence: number;
  /** Names before the word, in the order of the text. */
  readonly named: readonly NamedPlace[];
  /** What the predicates before were about. */
  readonly focus: readonly NamedPlace[];
}

const keyOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text.toLowerCase();

const isQuestion = ({ sentences, report }: Draft, at: number): boolean =>
  report.text[(sentences[at]?.end ?? 0) - 1] === '?';

const isSameParagraph = ({ draft, sentence }: Scene, at: number): boolean =>
  draft.sentences[at]?.paragraph === draft.sentences[sentence]?.paragraph;

/** "KAHMARD took longer. …": a name in the first sentence of the paragraph, which has named no other place since. */
const headsParagraph = (scene: Scene, head: NamedPlace): boolean => {
  const { draft, sentence, named, focus } = scene;
  const at = head.mark.sentence;
  if (at >= sentence || draft.sentences[at]?.paragraph === draft.sentences[at - 1]?.paragraph) return false;
  return (
    isSameParagraph(scene, at) &&
    named.every(({ mark, locates }) => mark.start <= head.mark.start || locates || mark.text === head.mark.text) &&
    focus.every(({ mark }) => mark.sentence <= at || mark.text === head.mark.text)
  );
};

const nearness = (scene: Scene, at: number): number => {
  const same = isQuestion(scene.draft, at) || isSameParagraph(scene, at);
  return FADING ** (scene.sentence - at) * (same ? SAME_PARAGRAPH : 1);
};

const weightOf = (scene: Scene, named: NamedPlace): number => {
  const { mark, locates, reckoned, subject, fronted } = named;
  // "In Ashford the shops were open. The town …": what opens a sentence is the matter of its paragraph.
  const about = subject || (fronted && isSameParagraph(scene, mark.sentence)) || headsParagraph(scene, named);
  const said = (locates || reckoned ? LOCATING : 1) * (about ? SUBJECT : 1);
  const title = scene.draft.sentences[mark.sentence]?.heading === true && !locates ? TITLE : 0;
  const asked = isQuestion(scene.draft, mark.sentence) && !locates ? ASKED : 1;
  return nearness(scene, mark.sentence) * said * asked + title;
};

/** The place most in mind, as it was last named; of equals the one that came to mind last. */
export const mostSalient = (scene: Scene): NamedPlace | null => {
  const matter = scene.named.findLast(
    (named) => named.matter && !named.locates && named.mark.sentence === scene.sentence - 1,
  );
  if (matter !== undefined) return matter;
  const weights = new Map<string, { weight: number; named: NamedPlace }>();
  const add = (named: NamedPlace, weight: number): void => {
    const known = weights.get(keyOf(named))?.weight ?? 0;
    weights.set(keyOf(named), { weight: known + weight, named });
  };
  for (const named of scene.named) add(named, weightOf(scene, named));
  for (const named of scene.focus)
    add(named, nearness(scene, named.mark.sentence) * (named.reckoned ? LOCATING : FOCUS));
  const ranked = [...weights.values()].reduce<{ weight: number; named: NamedPlace } | null>(
    (best, one) => (best === null || one.weight >= best.weight ? one : best),
    null,
  );
  return ranked?.named ?? null;
};
