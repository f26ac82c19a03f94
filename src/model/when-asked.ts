// What is made when first asked for, and may be forgotten again: formats of dates and of names are slow to make, and they
// keep what no snapshot of a ready program can hold (scripts/build-command.mjs).
// Invariant: forgetting changes no answer; what was forgotten is made anew.

const forgetters: (() => void)[] = [];

/** What `make` gives, made at the first call. */
export const whenAsked = <T extends object>(make: () => T): (() => T) => {
  let made: T | null = null;
  forgetters.push(() => {
    made = null;
  });
  return () => {
    made ??= make();
    return made;
  };
};

/** Whatever was made is let go. */
export const forgetMade = (): void => {
  for (const forget of forgetters) forget();
};
