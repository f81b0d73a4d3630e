import {
  type ASTVisitor,
  type FieldNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
  type ValidationContext,
} from "graphql";
import { maximumPageSize } from "./connection.ts";
import { limits } from "./limits.ts";

/** The extension by which a field says that its `first` may be more than that of other pages. */
export const LARGEST_PAGE = "largestPage";

interface Measure {
  depth: number;
  aliases: number;
  directives: number;
  cost: number;
}

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, cost: 0 };

const names: Record<keyof Measure, string> = {
  depth: "is nested too deeply",
  aliases: "has too many aliases",
  directives: "has too many directives",
  cost: "could answer too many objects; ask for smaller pages",
};

/**
 * A validation rule: refuses an operation beyond `limits` with QUERY_TOO_COMPLEX. A page asked for by a
 * variable counts as the largest page, since a rule does not see the variable’s value. What is under
 * `__schema` or `__type` costs nothing; graphql’s own rule bounds how deep introspection goes.
 */
export const operationLimits = (context: ValidationContext): ASTVisitor => {
  const fragments = new Map<string, Measure>();

  const measureSelections = (
    selections: SelectionSetNode,
    parent: GraphQLCompositeType | null | undefined,
  ): Measure => {
    const sum = { ...nothing };
    for (const selection of selections.selections) {
      const part =
        selection.kind === Kind.FIELD
          ? measureField(selection, parent)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? measureSelections(selection.selectionSet, narrowed(selection.typeCondition, parent))
            : measureFragment(selection.name.value);
      sum.depth = Math.max(sum.depth, part.depth);
      sum.aliases += part.aliases;
      sum.directives += part.directives + (selection.directives?.length ?? 0);
      sum.cost += part.cost;
    }
    return sum;
  };

  const measureField = (field: FieldNode, parent: GraphQLCompositeType | null | undefined): Measure => {
    const alias = field.alias ? 1 : 0;
    if (!field.selectionSet) return { ...nothing, depth: 1, aliases: alias };
    const definition = fieldOf(parent, field.name.value);
    const type = definition && getNamedType(definition.type);
    const inner = measureSelections(field.selectionSet, isCompositeType(type) ? type : null);
    const introspection = field.name.value.startsWith("__");
    return {
      depth: introspection ? 1 : inner.depth + 1,
      aliases: inner.aliases + alias,
      directives: inner.directives,
      cost: introspection ? 0 : (1 + inner.cost) * lengthOf(field, definition),
    };
  };

  const measureFragment = (name: string): Measure => {
    const known = fragments.get(name);
    if (known) return known;
    // Stands in while the fragment is measured: a cycle is another rule’s finding.
    fragments.set(name, nothing);
    const fragment = context.getFragment(name);
    const measure = fragment
      ? measureSelections(fragment.selectionSet, narrowed(fragment.typeCondition, null))
      : nothing;
    fragments.set(name, measure);
    return measure;
  };

  const narrowed = (
    condition: Parameters<typeof typeFromAST>[1] | undefined,
    otherwise: GraphQLCompositeType | null | undefined,
  ) => {
    const type = condition && typeFromAST(context.getSchema(), condition);
    return isCompositeType(type) ? type : otherwise;
  };

  return {
    OperationDefinition(operation: OperationDefinitionNode) {
      const root = context.getSchema().getRootType(operation.operation);
      const measure = measureSelections(operation.selectionSet, root);
      const exceeded = (Object.keys(measure) as (keyof Measure)[]).find((key) => measure[key] > limits[key]);
      if (exceeded) context.reportError(tooComplex(exceeded, measure[exceeded], operation));
    },
  };
};

const fieldOf = (
  parent: GraphQLCompositeType | null | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;

/** How many objects a field may answer. A connection’s own page size counts, its `edges` and `nodes` do not again. */
const lengthOf = (field: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): number => {
  const page = definition?.args.find(({ name }) => name === "first");
  if (page) {
    const given = field.arguments?.find(({ name }) => name.value === "first")?.value;
    if (given?.kind === Kind.INT) return Math.max(1, Number(given.value));
    const largest = definition?.extensions[LARGEST_PAGE];
    const largestPage = typeof largest === "number" ? largest : maximumPageSize;
    return !given && typeof page.defaultValue === "number" ? page.defaultValue : largestPage;
  }
  const isPagePart = field.name.value === "edges" || field.name.value === "nodes";
  const list = definition && isListType(getNullableType(definition.type));
  if (!list || isPagePart) return 1;
  const { longest } = definition.extensions;
  return typeof longest === "number" ? longest : limits.assumedListLength;
};

const tooComplex = (key: keyof Measure, value: number, node: OperationDefinitionNode) =>
  new GraphQLError(`This operation ${names[key]} (${key} ${value}, at most ${limits[key]}).`, {
    nodes: node,
    extensions: { code: "QUERY_TOO_COMPLEX", limit: key, found: value, maximum: limits[key] },
  });
