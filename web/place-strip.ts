// A place's own strip in the evidence panel: 66 days about the chosen one, its periods and everybody's claims.
import { drawPlaceStrip, PLACE_STRIP_HEIGHT, type Saying } from '../src/drawing/draw-place-strip.ts';
import { type Look, lookOf } from '../src/drawing/look.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { draw } from '../src/drawing/scene.ts';
import { capital, theSide } from '../src/drawing/words.ts';
import { addDays, type Day, daysBetween } from '../src/model/time.ts';
import type { ClaimRowAnswer, PeriodAnswer, WhyAnswer } from './answers.ts';
import { type Axis, clampDay, monthStarts } from './axis.ts';
import { make, mount } from './elements.ts';
import { sideNumberOf } from './said.ts';
import type { State } from './state.ts';
import type { Page, Shown } from './view.ts';
import { dayWords, say, sayCount, words } from './words.ts';
import type { World } from './world.ts';

const DAYS = 66;
const DAYS_AFTER = 12;

/** Mostly days before the chosen one; never beyond the theatre's days where those are enough. */
export const windowOf = (on: Day, axis: Axis): Axis => {
  const last = clampDay(addDays(on, DAYS_AFTER), axis);
  const first = addDays(last, 1 - DAYS);
  if (first >= axis.first) return { first, last };
  const end = addDays(axis.first, DAYS - 1);
  return { first: axis.first, last: end < axis.last ? end : axis.last };
};

/** A period names its holder only; the quarrel or the danger is drawn with the theatre's other main side. */
const lookOfPeriod = ({ holder, status, from }: PeriodAnswer, { theatre, numbers }: World): Look => {
  const main = theatre.sides.filter(({ role }) => role !== 'other').map(({ id }) => id);
  const against = main.filter((id) => id !== holder);
  const bare = { place: '', scope: 'district', p: null, flags: [], lastEvidence: null, staleAfter: null } as const;
  return lookOf({ ...bare, on: from, holder, status, against }, numbers);
};

const dayOfClaim = ({ when, report }: ClaimRowAnswer): Day | null =>
  when.latest ?? when.earliest ?? report.published.latest;

/** What could be read by the moment and was in the ledger. */
const isKnown = ({ report, seq, retracted }: ClaimRowAnswer, state: Pick<State, 'asOf' | 'seq'>): boolean => {
  const published = report.published.latest;
  if (retracted || (state.seq !== null && seq > state.seq)) return false;
  return state.asOf === null || published === null || published <= state.asOf.slice(0, 10);
};

const CENTRE = ['district', 'centre'];
const isOfCell = ({ scope }: ClaimRowAnswer, why: Pick<WhyAnswer, 'scope'>): boolean =>
  scope === why.scope || (CENTRE.includes(scope) && CENTRE.includes(why.scope));

/** The same voice saying the same of one day is one saying, in however many papers. */
const voiceKey = (claim: ClaimRowAnswer): string => {
  const voice = claim.speaker ?? claim.role ?? claim.quote.text.replace(/\s+/g, ' ').trim();
  return JSON.stringify([dayOfClaim(claim), voice, claim.kind, claim.actor, claim.polarity]);
};

export const sayingsOf = (
  claims: readonly ClaimRowAnswer[],
  { why, state }: { readonly why: Pick<WhyAnswer, 'scope'>; readonly state: Pick<State, 'asOf' | 'seq'> },
  world: World,
): readonly Saying[] => {
  const incumbents = world.theatre.sides.filter(({ role }) => role === 'incumbent').map(({ id }) => id);
  const known = claims.filter((claim) => isKnown(claim, state) && isOfCell(claim, why));
  const voices = Map.groupBy(known, voiceKey);
  /** Whoever answers a reprint answers what it reprints. */
  const firstOf = new Map([...voices.values()].flatMap((alike) => alike.map(({ id }) => [id, alike[0]?.id ?? id])));
  return [...voices.values()].flatMap((alike): readonly Saying[] => {
    const [claim] = alike;
    const day = claim === undefined ? null : dayOfClaim(claim);
    if (claim === undefined || day === null) return [];
    const answered = alike.flatMap(({ answers }) => answers ?? [])[0] ?? null;
    return [
      {
        ...{ id: claim.id, day, denial: claim.polarity === 'denied' },
        answers: answered === null ? null : (firstOf.get(answered) ?? answered),
        above: !incumbents.includes(claim.sides[0] ?? ''),
        side: sideNumberOf(claim.sides, world),
      },
    ];
  });
};

const captionOf = ({ theatre, sides }: World): string => {
  const incumbent = theatre.sides.find(({ role }) => role === 'incumbent')?.id;
  return incumbent === undefined
    ? words().evidence.stripPlain
    : say(words().evidence.stripBelow, { side: theSide(incumbent, sides) });
};

const described = (sayings: readonly Saying[], { first, last }: Axis): string => {
  const within = sayings.filter(({ day }) => day >= first && day <= last);
  const denials = within.filter(({ denial }) => denial).length;
  const { evidence } = words();
  return say(evidence.stripSays, {
    claims: capital(sayCount(evidence.claims, within.length)),
    from: dayWords(first),
    until: dayWords(last),
    denials: denials === 0 ? evidence.noDenial : say(evidence.denied, { n: denials }),
  });
};

interface PlaceAnswers {
  readonly why: WhyAnswer;
  readonly periods: readonly PeriodAnswer[];
  readonly claims: readonly ClaimRowAnswer[];
}

const WIDTH = 360;
const FEW_DAYS = 21;

const ticksOf = (axis: Axis): readonly Day[] =>
  daysBetween(axis.first, axis.last) < FEW_DAYS ? [axis.first] : [...new Set([...monthStarts(axis)])];

/** The strip as a figure; the periods stand as words in the list below it. */
export const drawPlaceStripFigure = (
  page: Page,
  { state, on }: Shown,
  { why, periods, claims }: PlaceAnswers,
): HTMLElement => {
  const { world } = page;
  const axis = windowOf(on, world);
  const sayings = sayingsOf(claims, { why, state }, world);
  const looks = periods.map((period) => ({ from: period.from, look: lookOfPeriod(period, world) }));
  const strip = {
    ...axis,
    on,
    periods: looks,
    sayings,
    width: WIDTH,
    paint: paintByVariable,
    prefix: 'place',
    words: words(),
  };
  const picture = draw(
    'svg',
    {
      ...{ class: 'place-strip', viewBox: `0 0 ${WIDTH} ${PLACE_STRIP_HEIGHT}`, role: 'img' },
      'aria-label': described(sayings, axis),
    },
    drawPlaceStrip(strip, ticksOf(axis)),
  );
  return make('figure', {}, make('figcaption', {}, captionOf(world)), mount(picture));
};
