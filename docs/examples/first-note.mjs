// Adds a note, then prints every edit of the board: node first-note.mjs <address> <token> <board id>
import { createClient } from "graphql-ws";

const [address, token, boardId] = process.argv.slice(2);
const connectionParams = { authorization: `Bearer ${token}` };
const client = createClient({ url: `${address.replace("http", "ws")}/graphql`, connectionParams });
const input = { boardId, section: "OPPORTUNITIES", text: "Open data on how the rooms are used" };
const add = "mutation ($input: AddNoteInput!) { addNote(input: $input) { revision note { id text } } }";
const watch = "subscription ($boardId: ID!) { boardEvents(boardId: $boardId) { __typename number at } }";

const events = client.iterate({ query: watch, variables: { boardId } });
for await (const answer of client.iterate({ query: add, variables: { input } }))
  console.log(answer.errors ?? answer.data);
for await (const answer of events) console.log(answer.errors ?? answer.data);
