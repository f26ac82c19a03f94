// The acts that a person has on one thing: which there are, their fields, and what is sent.

import { sideName } from '../src/drawing/words.ts';
import { KINDS, MODALITIES, SCOPES } from '../src/model/claim.ts';
import { findPlaces } from './find-places.ts';
import type { ActForm } from './review-act.ts';
import type { QueueAnswer } from './review-api.ts';
import { areaField, checkField, choiceField, type Field, type Option, orNull, textField } from './review-form.ts';
import { type ActName, confirmWords, familyWords, reviewWords } from './review-words.ts';
import { say, words } from './words.ts';
import type { World } from './world.ts';

export type Claim = NonNullable<QueueAnswer['claim']>;

/** What stands in the queue, or one claim of a place. */
export type Item = Pick<
  QueueAnswer,
  'kind' | 'subject' | 'claim' | 'answered' | 'against' | 'place' | 'family' | 'taken'
>;

const titleOf = (name: ActName): string => `${reviewWords().acts[name].words}. ${reviewWords().acts[name].means}`;
const claimPath = (id: string, act: 'retract' | 'place'): string => `/api/claims/${encodeURIComponent(id)}/${act}`;
const plain = (title: string, path: string, body: Readonly<Record<string, unknown>>): ActForm => ({
  ...{ title, fields: [], write: () => ({ path, body }) },
});

const answerForm = ({ subject, answered, kind }: Item, same: boolean): ActForm =>
  plain(confirmWords(kind, same), '/api/answers', { denial: subject, claim: answered, sameProposition: same });

const familyForm = ({ family, kind }: Item, one: boolean): ActForm | null =>
  family === null
    ? null
    : plain(confirmWords(kind, one), '/api/families', {
        act: one ? 'join' : 'cut',
        reports: [family.report, family.of],
      });

/** A place by any spelling, with the name of the one that is meant. */
const placeField = (value: string, { places, byId }: World): Field<string> => {
  const field = textField(reviewWords().fields.place, value);
  const meant = field.element.ownerDocument.createElement('span');
  meant.className = 'meant';
  const idOf = (): string => {
    const words = field.value();
    return byId.has(words) ? words : (findPlaces(words, places)[0]?.id ?? '');
  };
  const tell = (): void => {
    const place = byId.get(idOf());
    const words =
      place === undefined
        ? reviewWords().fields.unknown
        : say(reviewWords().fields.meant, { name: place.name, id: place.id });
    meant.textContent = field.value() === '' ? '' : words;
  };
  field.element.append(meant);
  field.element.addEventListener('input', tell);
  tell();
  return { ...field, value: idOf };
};

const scopeField = (value: string | null): Field<string> => {
  const options: readonly Option[] = [['', reviewWords().fields.whole], ...listOf(SCOPES, words().scope)];
  return choiceField(reviewWords().fields.scope, options, value ?? '');
};

const placeForm = ({ claim, place }: Item, world: World): ActForm | null => {
  if (claim === null) return null;
  const to = placeField(place ?? claim.place.candidates?.[0] ?? '', world);
  const scope = scopeField(null);
  return {
    title: titleOf('place'),
    fields: [to, scope],
    write: () => {
      if (to.value() === '') return reviewWords().fields.unknown;
      return { path: claimPath(claim.id, 'place'), body: { place: to.value(), scope: orNull(scope.value()) } };
    },
  };
};

const voices = (): readonly Option[] => Object.entries(reviewWords().said.voices);

const sidesOf = ({ theatre, sides }: World): readonly Option[] =>
  theatre.sides.map(({ id }): Option => [id, sideName(id, sides)]);
const listOf = <T extends string>(names: readonly T[], said: Readonly<Record<T, string>>): readonly Option[] =>
  names.map((name): Option => [name, said[name]]);

const claimFields = (claim: Claim, world: World) => {
  const nobody: Option = ['', reviewWords().fields.nobody];
  const { earliest, latest } = claim.when;
  return {
    quote: areaField(reviewWords().fields.quote, claim.quote.text, 3),
    place: placeField(claim.place.id ?? '', world),
    scope: scopeField(claim.scope),
    kind: choiceField(reviewWords().fields.kind, listOf(KINDS, words().claim), claim.kind),
    actor: choiceField(reviewWords().fields.actor, [nobody, ...sidesOf(world)], claim.actor ?? ''),
    denied: checkField(reviewWords().fields.denied, claim.polarity === 'denied'),
    modality: choiceField(
      reviewWords().fields.modality,
      listOf(MODALITIES, reviewWords().fields.modalities),
      claim.modality,
    ),
    from: textField(reviewWords().fields.from, earliest ?? latest ?? '', { type: 'date' }),
    until: textField(reviewWords().fields.until, latest ?? earliest ?? '', { type: 'date' }),
    speaker: textField(reviewWords().fields.speaker, claim.speaker ?? ''),
    role: textField(reviewWords().fields.role, claim.role ?? ''),
    side: choiceField(reviewWords().fields.sides, [...sidesOf(world), ...voices()], claim.sides[0] ?? 'unknown'),
    to: choiceField(reviewWords().fields.to, [nobody, ...sidesOf(world)], claim.to ?? ''),
    partial: checkField(reviewWords().fields.partial, claim.partial),
    tactical: checkField(reviewWords().fields.tactical, claim.tactical),
  };
};

type ClaimFields = ReturnType<typeof claimFields>;

/** Where the words are as they were, they stand where they stood. */
const claimBody = (claim: Claim, fields: ClaimFields) => ({
  ...{ replaces: claim.id, report: claim.report.id, quote: fields.quote.value(), place: fields.place.value() },
  at: fields.quote.value() === claim.quote.text.trim() ? claim.quote.start : null,
  ...{ scope: orNull(fields.scope.value()), kind: fields.kind.value(), actor: orNull(fields.actor.value()) },
  ...{ polarity: fields.denied.value() ? 'denied' : 'affirmed', modality: fields.modality.value() },
  ...{ from: fields.from.value(), until: fields.until.value() },
  ...{ speaker: orNull(fields.speaker.value()), role: orNull(fields.role.value()), sides: [fields.side.value()] },
  ...{ via: claim.via, to: orNull(fields.to.value()), answers: claim.answers },
  ...{ partial: fields.partial.value(), tactical: fields.tactical.value() },
});

const correctForm = ({ claim }: Item, world: World): ActForm | null => {
  if (claim === null) return null;
  const fields = claimFields(claim, world);
  return {
    title: titleOf('correct'),
    fields: Object.values(fields),
    write: () => {
      if (fields.place.value() === '') return reviewWords().fields.unknown;
      return { path: '/api/claims', body: claimBody(claim, fields) };
    },
  };
};

const confirmForm = (item: Item, world: World): ActForm | null => {
  if (item.kind === 'answer') return answerForm(item, item.taken ?? false);
  if (item.kind === 'family') return familyForm(item, item.taken ?? false);
  if (item.kind === 'place') return placeForm(item, world);
  return item.claim === null ? null : plain(titleOf('confirm'), '/api/claims', { claim: item.claim.id });
};

const otherForm = (item: Item): ActForm | null => {
  if (item.kind === 'answer') return answerForm(item, !item.taken);
  if (item.kind === 'family') return familyForm(item, !item.taken);
  if (item.claim === null) return null;
  const body = { act: 'cut', reports: [item.claim.report.id] };
  return plain(familyWords(item.kind, item.taken), '/api/families', body);
};

const retractForm = ({ claim }: Item): ActForm | null =>
  claim === null ? null : plain(titleOf('retract'), claimPath(claim.id, 'retract'), {});

/** The form of an act on a thing; null where the thing has no such act. */
export const formOf = (name: ActName, item: Item, world: World): ActForm | null => {
  if (name === 'confirm') return confirmForm(item, world);
  if (name === 'correct') return correctForm(item, world);
  if (name === 'place') return placeForm(item, world);
  return name === 'retract' ? retractForm(item) : otherForm(item);
};

/** What the button of an act says of this thing. */
export const wordsOfAct = (name: ActName, { kind, taken }: Item): string => {
  if (name === 'confirm') return confirmWords(kind, taken);
  return name === 'family' ? familyWords(kind, taken) : reviewWords().acts[name].words;
};

/** The acts that make sense on a thing, in the order of their keys. */
export const actsOn = ({ claim }: Item): readonly ActName[] =>
  claim === null ? ['confirm', 'family'] : ['confirm', 'correct', 'place', 'retract', 'family'];
