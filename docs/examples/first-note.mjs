// Adds a note, then prints every edit: node first-note.mjs ws://127.0.0.1:4000/graphql <token> <board id>
import { createClient } from "graphql-ws";

const [url, token, boardId] = process.argv.slice(2);
const client = createClient({ url, connectionParams: { authorization: `Bearer ${token}` } });
const print = async (query, variables) => {
  for await (const answer of client.iterate({ query, variables })) console.log(JSON.stringify(answer));
};
const add = "mutation ($input: AddNoteInput!) { addNote(input: $input) { revision note { id text } } }";
const watch =
  "subscription ($id: ID!) { boardEvents(boardId: $id) { __typename number ... on NoteEvent { note { text } } } }";
await print(add, {
  input: { boardId, section: "OPPORTUNITIES", text: "Open data on how the rooms are used" },
});
await print(watch, { id: boardId });
