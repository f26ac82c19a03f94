// Which places are listed: those of one side, of one status, or all. What is not listed is counted, never just left out.
import { sideName } from '../src/drawing/words.ts';
import { STATUSES } from '../src/model/control.ts';
import type { CellAnswer } from './answers.ts';
import { button, make } from './elements.ts';
import type { State } from './state.ts';
import type { Page } from './view.ts';
import { say, words } from './words.ts';

type Filter = Pick<State, 'side' | 'status'>;

export const isFiltered = ({ side, status }: Filter): boolean => side !== null || status !== null;

export const isListed = ({ holder, status }: Pick<CellAnswer, 'holder' | 'status'>, filter: Filter): boolean =>
  (filter.side === null || filter.side === holder) && (filter.status === null || filter.status === status);

type Choice = readonly [value: string, label: string];

const choose = (
  name: string,
  choices: readonly Choice[],
  { value, act }: { value: string; act: (value: string) => void },
) => {
  const options = choices.map(([each, label]) => make('option', { value: each, selected: each === value }, label));
  const select = make('select', { 'aria-label': name }, ...options) as HTMLSelectElement;
  select.addEventListener('change', () => act(select.value));
  return select;
};

/** The two choices above the list, and how many places they keep back. */
export const drawFilter = (page: Page, state: State, { all, listed }: { all: number; listed: number }): HTMLElement => {
  const { list, table, status: statuses } = words();
  const { world } = page;
  const sides = world.theatre.sides.filter(({ belligerent }) => belligerent);
  const sideChoices: readonly Choice[] = [
    ['', list.anySide],
    ...sides.map(({ id }): Choice => [id, sideName(id, world.sides)]),
  ];
  const statusChoices: readonly Choice[] = [
    ['', list.anyStatus],
    ...STATUSES.map((status): Choice => [status, statuses[status].name]),
  ];
  const statusOf = (value: string) => STATUSES.find((status) => status === value) ?? null;
  const kept = say(list.filtered, { n: listed, all });
  return make(
    'div',
    { class: 'list-filter', role: 'group', 'aria-label': list.filter },
    choose(table.holder, sideChoices, { value: state.side ?? '', act: (side) => page.go({ side: side || null }) }),
    choose(table.status, statusChoices, {
      value: state.status ?? '',
      act: (value) => page.go({ status: statusOf(value) }),
    }),
    ...(isFiltered(state)
      ? [
          make('p', { class: 'empty' }, kept),
          button(list.showAll, { class: 'link' }, () => page.go({ side: null, status: null })),
        ]
      : []),
  );
};
