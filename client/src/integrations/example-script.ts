/** A script that an integrator can run as it is, with nothing but Node: it adds one note to a board. */
export const exampleScript = ({ origin, boardId }: { origin: string; boardId: string }): string =>
  `// TAVOLO_TOKEN=… node add-note.mjs
const boardId = "${boardId}";
const input = { boardId, section: "STRENGTHS", text: "Open until 11 pm" };
const query = \`mutation ($input: AddNoteInput!) {
  addNote(input: $input) { note { id text } revision }
}\`;
const authorization = \`Bearer \${process.env.TAVOLO_TOKEN}\`;
const answer = await fetch("${origin}/graphql", {
  method: "POST",
  headers: { "content-type": "application/json", authorization },
  body: JSON.stringify({ query, variables: { input } }),
});
console.log(await answer.text());
`;
