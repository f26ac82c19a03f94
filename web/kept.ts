// What a person chose for this visit, kept by the browser until its tab is closed: the theme, and whether letters act.
// Nothing else is kept, and nothing of it is sent anywhere. Where the browser keeps nothing, a choice holds for one page.
const NAMES = { theme: 'whoholds-theme', letters: 'whoholds-letters' } as const;

const storage = (): Storage | null => {
  try {
    return sessionStorage;
  } catch (error) {
    // A browser that forbids it says so by this error; the page does without.
    if (error instanceof DOMException) return null;
    throw error;
  }
};

export const kept = (name: keyof typeof NAMES): string | null => storage()?.getItem(NAMES[name]) ?? null;

export const keep = (name: keyof typeof NAMES, value: string): void => storage()?.setItem(NAMES[name], value);
