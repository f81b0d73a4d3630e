/** A script that an integrator can run as it is, with nothing but Node: it adds one note to a board. */
export const exampleScript = ({ origin, boardId }: { origin: string; boardId: string }): string =>
  `// node add-note.mjs, with TAVOLO_TOKEN set to your token
const response = await fetch("${origin}/graphql", {
  method: "POST",
  headers: { "content-type": "application/json", authorization: \`Bearer \${process.env.TAVOLO_TOKEN}\` },
  body: JSON.stringify({
    query: "mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id text } revision } }",
    variables: { input: { boardId: "${boardId}", section: "STRENGTHS", text: "Open until 11 pm five days a week" } },
  }),
});
console.log(JSON.stringify(await response.json(), null, 2));
`;
