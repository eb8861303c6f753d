// Sent only once somebody types what they heard: app.ts asks for it then.
export { Lexicon, recognise } from "./scripts/recognise";
export { start } from "./scripts/recognised";
