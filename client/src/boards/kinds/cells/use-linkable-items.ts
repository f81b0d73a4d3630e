import type { Link } from "@tavolo/schema";
import { type Client } from "@urql/core";
import { useClientHandle } from "@urql/vue";
import { refDebounced } from "@vueuse/core";
import { computed, shallowReadonly, shallowRef, type ShallowRef, watch } from "vue";
import type { VariablesOf } from "../../../graphql/graphql.ts";
import { graphqlLanguage } from "../../../i18n/i18n.ts";
import { useKindContext } from "../kind-context.ts";
import { linkableItemsQuery } from "./link.query.ts";

/** Something that can be linked, and the board it stands on. */
export interface Linkable extends Link {
  readonly lang: string | undefined;
  readonly where: string;
}

interface LinkableOptions {
  /** Kinds of boards to look on; empty for any. */
  readonly kinds: readonly string[];
  readonly typed: Readonly<ShallowRef<string>>;
}

type Kind = VariablesOf<typeof linkableItemsQuery>["kind"];

/** Long enough that a word is asked for once, short enough that nobody waits for it. */
const AFTER_TYPING_MS = 200;
/** The server finds nothing by less. */
const SHORTEST_WORD = 2;

/** Items of the project’s boards: those that hold the typed words, or the ones that were changed last. */
export function useLinkableItems({ kinds, typed }: LinkableOptions) {
  const { client } = useClientHandle();
  const { details } = useKindContext();
  const found = shallowRef<readonly Linkable[] | null>(null);
  const failed = shallowRef(false);
  const text = refDebounced(
    computed(() => (typed.value.trim().length < SHORTEST_WORD ? null : typed.value.trim())),
    AFTER_TYPING_MS,
  );
  let round = 0;

  watch([text, graphqlLanguage], () => void look(), { immediate: true });

  async function look(): Promise<void> {
    round += 1;
    const current = round;
    const asked = kinds.length > 0 ? kinds.map((kind) => kind.toUpperCase() as Kind) : [null];
    const project = details.value.project.id;
    const answers = await Promise.all(
      asked.map((kind) => ask(client, { project, kind, text: text.value, language: graphqlLanguage.value })),
    );
    if (current !== round) return;
    failed.value = answers.includes(null);
    found.value = answers.flatMap((answer) => answer ?? []);
  }

  return { found: shallowReadonly(found), failed: shallowReadonly(failed) };
}

async function ask(
  client: Client,
  variables: VariablesOf<typeof linkableItemsQuery>,
): Promise<Linkable[] | null> {
  const { data } = await client.query(linkableItemsQuery, variables, { requestPolicy: "network-only" });
  if (!data) return null;
  return data.items.nodes.map(({ id, collection, kind, excerpt, language, board }) => ({
    board: board.id,
    collection,
    item: id,
    kind: kind.toLowerCase(),
    text: excerpt,
    lang: language?.toLowerCase(),
    where: board.title,
  }));
}
