// The map in a frame of another page: the day that its address names, the legend, and a way to the evidence. Nothing else.
import { verdictOf } from '../src/drawing/words.ts';
import { make, part } from './elements.ts';
import { makeFollower } from './follow.ts';
import { showHeadline, showLegend, showSides } from './headline.ts';
import { loadStart, type Start } from './load-start.ts';
import { makeMap } from './map.ts';
import { showSigns } from './show-signs.ts';
import { formatAddress, parseAddress, type State } from './state.ts';
import { showTrouble } from './trouble.ts';
import type { Page, Shown } from './view.ts';
import { say, speak, words } from './words.ts';
import { controlCell } from './world.ts';

/** The place that was tapped, with its verdict; its evidence is on the whole page. */
const showChosen = ({ world }: Page, { cells, state }: Shown): void => {
  const place = state.place === null ? undefined : world.byId.get(state.place);
  const cell = cells.find((one) => one.place.id === state.place && (state.scope === null || one.scope === state.scope));
  const verdict = cell === undefined ? words().verdict.silent : verdictOf(controlCell(cell), world.sides);
  const sentence = place === undefined ? [] : [say(words().verdict.named, { place: place.name, verdict })];
  part('chosen').replaceChildren(...sentence.map((each) => make('span', {}, each)));
};

/** The same view on the whole page, with what stands behind it. */
const showWhole = ({ state }: Shown): void => part('whole').setAttribute('href', `/${formatAddress(state)}`);

const run = (start: Start, first: State): void => {
  let state = first;
  const go: Page['go'] = (change) => {
    state = { ...state, ...change };
    void follower.follow(state);
  };
  const page: Page = {
    world: start.world,
    go,
    say: (sentence) => part('announce').replaceChildren(sentence),
    state: () => state,
  };
  const map = makeMap(page);
  const follower = makeFollower(page, start, {
    changes: () => {},
    moved: (shown) => {
      map.move(shown);
      showWhole(shown);
    },
    all: (shown) => {
      showHeadline(page, shown);
      showSides(page, shown);
      map.show(shown);
      showChosen(page, shown);
      showWhole(shown);
    },
  });
  void follower.follow(state);
};

const start = async (): Promise<void> => {
  const state: State = { ...parseAddress(location.search), view: 'map' };
  await speak(state.lang);
  showSigns();
  try {
    const begun = await loadStart(state);
    showLegend();
    run(begun, state);
  } catch (error) {
    showTrouble(error, null);
  }
};

void start();
