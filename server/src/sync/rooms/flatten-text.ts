import * as Y from "yjs";

/**
 * Makes each run of a text’s characters one string in memory. Yjs appends what is typed to the run before it, which V8
 * keeps as a chain of as many pieces as there were keystrokes, and walks at every reading; it is made whole once
 * somebody looks at a character of it.
 */
export function flattenText(text: Y.Text): void {
  for (let item = text._start; item; item = item.right)
    if (item.content instanceof Y.ContentString) item.content.str.charCodeAt(0);
}
