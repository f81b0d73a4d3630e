/** Only this tab’s, and only until it is used: the way may hold a one-time link. */
const KEY = "tavolo.way";

/** Keeps where somebody wanted to go before they have to sign in. */
export const rememberWay = (path: string): void => sessionStorage.setItem(KEY, path);

/** Where to go on after signing in, once; a screen of ours, or the start page. */
export const takeWay = (): string => {
  const path = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  // Never to another site: `//host` would be one.
  return path && /^\/(?!\/)/.test(path) ? path : "/";
};
