/** What the browser’s own shortcuts begin with on this machine. */
const mod = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? "⌘" : "Ctrl";

/** Every key of the board, by what it acts on; `name` is the key of its words among the messages. */
export const keyTable = [
  {
    name: "board",
    rows: [
      { name: "new", keys: ["N"] },
      { name: "find", keys: ["F"] },
      { name: "section", keys: ["1–4"] },
      { name: "undo", keys: [mod, "Z"] },
      { name: "redo", keys: [mod, "Shift", "Z"] },
      { name: "commands", keys: [mod, "K"] },
      { name: "all", keys: ["?"] },
    ],
  },
  {
    name: "around",
    rows: [
      { name: "next", keys: ["↑", "↓"] },
      { name: "inside", keys: ["←", "→"] },
      { name: "edges", keys: ["Home", "End"] },
    ],
  },
  {
    name: "item",
    rows: [
      { name: "edit", keys: ["Enter"] },
      { name: "leave", keys: ["Esc"] },
      { name: "line", keys: ["Shift", "Enter"] },
      { name: "reorder", keys: ["Shift", "↑", "↓"] },
      { name: "move", keys: ["M"] },
      { name: "group", keys: ["G"] },
      { name: "details", keys: ["D"] },
      { name: "bin", keys: ["Delete"] },
    ],
  },
] as const;

export const undoKeys = `${mod} Z`;
export const redoKeys = `${mod} Shift Z`;
export const commandKeys = `${mod} K`;
