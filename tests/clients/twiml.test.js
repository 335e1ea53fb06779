import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { missing, runLines, twilio, verifyProgram } from "./programs.js";

const skip = missing(verifyProgram, "CALLWRIGHT_TWILIO_VERIFY");
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text) {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (_, name) => {
    if (name.startsWith("#x")) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(parseInt(name.slice(1), 10));
    return entities[name];
  });
}

// Enough of a reader for documents that are well formed.
function parse(xml) {
  const root = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [, tag, text] of xml.matchAll(/<([^>]*)>|([^<]+)/g)) {
    const top = open.at(-1);
    if (text !== undefined) top.text += decode(text);
    else if (tag.startsWith("?")) continue;
    else if (tag.startsWith("/")) open.pop();
    else {
      const element = { name: tag.match(/^\w+/)[0], attributes: {}, children: [], text: "" };
      for (const [, key, value] of tag.matchAll(/([\w:]+)="([^"]*)"/g)) {
        element.attributes[key] = decode(value);
      }
      top.children.push(element);
      if (!tag.endsWith("/")) open.push(element);
    }
  }
  return root.children[0];
}

// The attributes of each element, from the library's own type definitions.
function attributesByElement() {
  const require = createRequire(import.meta.url);
  const types = readFileSync(require.resolve("twilio/lib/twiml/VoiceResponse.d.ts"), "utf8");
  const known = {};
  for (const [, name, body] of types.matchAll(/interface (\w+)Attributes \{([\s\S]*?)\n {4}\}/g)) {
    known[name] = new Set([...body.matchAll(/^\s+"?([\w-]+)"?\??:/gm)].map(([, key]) => key));
  }
  return known;
}

function rebuild(element, builder) {
  for (const child of element.children) {
    const verb = child.name[0].toLowerCase() + child.name.slice(1);
    assert.equal(typeof builder[verb], "function", `<${element.name}> takes no <${child.name}>`);
    const made = child.text ? builder[verb](child.attributes, child.text) : builder[verb](child.attributes);
    rebuild(child, made);
  }
}

test("the library can say everything we say, attribute by attribute", (t) => {
  if (skip) return t.skip(skip);
  const known = attributesByElement();
  assert.ok(known.Gather.has("actionOnEmptyResult"));
  const documents = runLines(verifyProgram, ["documents"], []);
  assert.ok(documents.length >= 10);
  let checked = 0;
  const check = (element) => {
    for (const name of Object.keys(element.attributes)) {
      assert.ok(known[element.name]?.has(name), `<${element.name}> has no attribute ${name}`);
      checked += 1;
    }
    element.children.forEach(check);
  };
  for (const { name, twiml } of documents) {
    const ours = parse(twiml);
    assert.equal(ours.name, "Response", name);
    ours.children.forEach(check);
    const response = new twilio.twiml.VoiceResponse();
    rebuild(ours, response);
    assert.deepEqual(parse(response.toString()), ours, name);
  }
  t.diagnostic(`${documents.length} documents, ${checked} attributes`);
});
