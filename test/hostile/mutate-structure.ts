import { forgeUpdate } from "@tavolo/server/sync/gate/forge-update.ts";
import * as Y from "yjs";
import type { Chance } from "../fuzz/chance.ts";

type Struct = Y.Item | Y.GC | Y.Skip;

/** An update taken apart, and what else a hostile program knows of the board. */
interface Parts {
  readonly structs: Struct[];
  readonly deletes: { client: number; clock: number; length: number }[];
  /** Elements that others of its structs name. */
  readonly ids: readonly Y.ID[];
  readonly keys: readonly string[];
  readonly chance: Chance;
}

const ROOTS = ["notes", "clusters", "meta", "elsewhere", ""];
const FIELDS = [
  "text",
  "section",
  "rank",
  "cluster",
  "translations",
  "removed",
  "colour",
  "author",
  "__proto__",
];
const NUMBERS = [0, 1, 2, 127, 128, 2 ** 31, 2 ** 32, 2 ** 53 - 1];

const anyStruct = ({ structs, chance }: Parts): Struct | null =>
  structs.length > 0 ? chance.of(structs) : null;

function anyItem(parts: Parts): Y.Item | null {
  const items = parts.structs.filter((struct) => struct instanceof Y.Item);
  return items.length > 0 ? parts.chance.of(items) : null;
}

function anyId({ ids, chance }: Parts): Y.ID {
  if (ids.length === 0 || chance.in100(10)) return Y.createID(chance.of(NUMBERS), chance.of(NUMBERS));
  const { client, clock } = chance.of(ids);
  return Y.createID(client, Math.max(0, clock + chance.below(4) - 1));
}

function anyContent({ chance }: Parts): Y.Item["content"] {
  const make: readonly (() => Y.Item["content"])[] = [
    () => new Y.ContentString(chance.of(["x", "😀", "a longer text", "\u0000"])),
    () => new Y.ContentString(""),
    () => new Y.ContentDeleted(chance.of([0, 1, 5, 2 ** 40])),
    () => new Y.ContentAny([chance.of<unknown>([null, true, 1, "S", "a0", { x: 1, y: 2 }, ["CFR-12"], 2n])]),
    () => new Y.ContentAny([]),
    () => new Y.ContentAny(["S", "W"]),
    () => new Y.ContentType(new Y.Map()),
    () => new Y.ContentType(new Y.Text()),
    () => new Y.ContentType(new Y.Array()),
    () => new Y.ContentType(new Y.XmlElement("p")),
    () => new Y.ContentJSON([{ a: 1 }]),
    () => new Y.ContentBinary(Uint8Array.of(1)),
    () => new Y.ContentEmbed({ image: "x" }),
    () => new Y.ContentFormat("bold", true),
    () => new Y.ContentDoc(new Y.Doc()),
  ];
  return chance.of(make)();
}

/** What hostile programs change in what an update says. */
const mutations: readonly ((parts: Parts) => void)[] = [
  function moveOrigin(parts) {
    const item = anyItem(parts);
    if (item) item.origin = parts.chance.in100(25) ? null : anyId(parts);
    if (item) restoreParent(item, parts);
  },
  function moveRightOrigin(parts) {
    const item = anyItem(parts);
    if (item) item.rightOrigin = parts.chance.in100(25) ? null : anyId(parts);
    if (item) restoreParent(item, parts);
  },
  function moveParent(parts) {
    const item = anyItem(parts);
    if (!item) return;
    if (parts.chance.in100(60)) [item.origin, item.rightOrigin] = [null, null];
    item.parent = (parts.chance.in100(50) ? parts.chance.of(ROOTS) : anyId(parts)) as never;
  },
  function changeKey(parts) {
    const item = anyItem(parts);
    if (!item) return;
    if (parts.chance.in100(50)) [item.origin, item.rightOrigin] = [null, null];
    item.parentSub = parts.chance.of([...FIELDS, ...parts.keys, null]);
    restoreParent(item, parts);
  },
  function changeContent(parts) {
    const item = anyItem(parts);
    if (item) item.content = anyContent(parts);
  },
  function changeClient(parts) {
    const struct = anyStruct(parts);
    if (!struct) return;
    const client = parts.chance.in100(70) ? anyId(parts).client : parts.chance.clientId();
    const from = struct.id.client;
    for (const each of parts.structs)
      if (each.id.client === from) each.id = Y.createID(client, each.id.clock);
  },
  function shiftClocks(parts) {
    const struct = anyStruct(parts);
    if (!struct) return;
    const by = parts.chance.of([-5, -1, 1, 2, 2 ** 40]);
    const { client } = struct.id;
    for (const each of parts.structs)
      if (each.id.client === client) each.id = Y.createID(client, Math.max(0, each.id.clock + by));
  },
  function dropStruct({ structs, chance }) {
    if (structs.length > 0) structs.splice(chance.below(structs.length), 1);
  },
  function addStruct(parts) {
    const id = anyStruct(parts)?.id ?? anyId(parts);
    const origin = parts.chance.in100(50) ? anyId(parts) : null;
    const item = new Y.Item(id, null, origin, null, null, null, null, anyContent(parts));
    restoreParent(item, parts);
    parts.structs.push(parts.chance.in100(80) ? item : new Y.GC(id, parts.chance.of(NUMBERS)));
  },
  function swapStructs({ structs, chance }) {
    if (structs.length < 2) return;
    const [one, other] = [chance.below(structs.length), chance.below(structs.length)];
    [structs[one], structs[other]] = [structs[other]!, structs[one]!];
  },
  function addDelete(parts) {
    const { client, clock } = anyId(parts);
    parts.deletes.push({ client, clock, length: parts.chance.of([0, 1, 2, 5, 100, 2 ** 40]) });
  },
  function changeDelete(parts) {
    if (parts.deletes.length === 0) return;
    const range = parts.chance.of(parts.deletes);
    if (parts.chance.in100(50)) range.clock = Math.max(0, range.clock + parts.chance.below(5) - 2);
    else range.length = Math.max(0, range.length + parts.chance.below(5) - 2);
  },
  function repeatDelete(parts) {
    if (parts.deletes.length > 0) parts.deletes.push({ ...parts.chance.of(parts.deletes) });
  },
];

/** Yjs writes a parent for what has no neighbours alone. */
function restoreParent(item: Y.Item, parts: Parts): void {
  if (item.origin === null && item.rightOrigin === null && item.parent === null)
    item.parent = (parts.chance.in100(50) ? "notes" : anyId(parts)) as never;
}

/** Honest bytes that say something else, in the form of an update; null where nothing could be changed. */
export function mutateStructure(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const known = Y.decodeUpdate(other).structs;
  const items = [...structs, ...known].filter((struct) => struct instanceof Y.Item);
  const parts: Parts = {
    structs: chance.in100(15) ? [...structs, ...known] : [...structs],
    deletes: [...ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => ({ client, clock, length: len })),
    ),
    ids: items.flatMap(({ id, origin, rightOrigin }) =>
      [id, origin, rightOrigin].filter((each) => each !== null),
    ),
    keys: items.flatMap(({ parentSub }) => parentSub ?? []),
    chance,
  };
  const times = 1 + chance.below(3);
  for (let time = 0; time < times; time++) chance.of(mutations)(parts);
  try {
    return forgeUpdate(parts.structs, parts.deletes);
  } catch {
    // A part of another update that cannot be written here, such as a neighbour that was never named.
    return null;
  }
}
