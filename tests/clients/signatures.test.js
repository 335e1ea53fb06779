import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { missing, runLines, sharedData, twilio, verifyProgram } from "./programs.js";

const skip = missing(verifyProgram, "CALLWRIGHT_TWILIO_VERIFY");

function librarySays(row) {
  try {
    if ("json_body" in row) {
      return twilio.validateRequestWithBody(row.auth_token, row.signature, row.url, row.json_body);
    }
    return twilio.validateRequest(row.auth_token, row.signature, row.url, row.params);
  } catch {
    return false; // It throws on what is no URL.
  }
}

function assertAgreement(rows) {
  const ours = runLines(verifyProgram, ["signatures"], rows);
  assert.equal(ours.length, rows.length);
  let accepted = 0;
  rows.forEach((row, i) => {
    const theirs = librarySays(row);
    assert.equal(ours[i].valid, theirs, `we say ${ours[i].valid}: ${JSON.stringify(row)}`);
    if (theirs) accepted += 1;
  });
  return accepted;
}

test("we agree with the library on every shared row", (t) => {
  if (skip) return t.skip(skip);
  const file = `${sharedData}/webhooks/twilio.jsonl`;
  if (!existsSync(file)) return t.skip("the evaluation data is not beside the repository");
  const rows = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const accepted = assertAgreement(rows);
  assert.equal(accepted, rows.filter((row) => row.valid).length);
  t.diagnostic(`${rows.length} rows, ${accepted} accepted`);
});

// A small generator with a seed, so that a failure can be repeated.
function makeRandom(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function randomText(random, alphabet, length) {
  return Array.from({ length: random(length) }, () => alphabet[random(alphabet.length)]).join("");
}

function randomRow(random, id) {
  const pick = (list) => list[random(list.length)];
  const url =
    pick(["https://", "http://", "HTTPS://", "wss://"]) +
    pick(["", "", "", "user@", "user:pass@"]) +
    pick(["example.com", "Example.COM", "calls.example.com", "10.0.0.1", "localhost"]) +
    pick(["", "", ":443", ":80", ":8443", ":0443"]) +
    pick(["", "/", "/twilio/voice", "/a/../b", "/a/./b/", "/it's", "/caf\u00e9", "/%7Etilde", "/a b", "/x//y"]) +
    pick(["", "", "?", "?a=1&b=2", "?b=2&a=1&a=3", "?q=it's", "?q=a+b%20c", "?10=x&2=y&a", "?x=%zz", "?q=(1)*!~", "?=v&&k=", `?t=${randomText(random, "ab'%+& =\u00e9", 8)}`]);
  const names = ["CallSid", "From", "To", "Body", "a", "B", "_z", "\u{1F600}", "\uFF21", "caf\u00e9"];
  const params = {};
  for (let i = random(6); i > 0; i -= 1) {
    const value = () => randomText(random, ["x", "+", " ", "&", "=", "\u00e9", "\u{1F600}", "'", "\n"], 6);
    params[pick(names)] = random(5) === 0 ? [value(), value(), value()] : value();
  }
  return { id: String(id), auth_token: "12345", url, params };
}

// The other spellings a sender may have signed.
function signedSpelling(random, url) {
  const choice = random(4);
  try {
    if (choice === 1) return new URL(url).toString();
    if (choice === 2) return url.replace(/^(https?:\/\/(?:[^/@]*@)?[^/:?]+)(:\d+)?/i, "$1");
    if (choice === 3) return url.replace(/^(https:\/\/(?:[^/@]*@)?[^/:?]+)(?=[/?]|$)/i, "$1:443");
  } catch {
    return url;
  }
  return url;
}

test("we accept what the library signs and refuse what it refuses", (t) => {
  if (skip) return t.skip(skip);
  const random = makeRandom(20260310);
  const rows = [];
  for (let i = 0; i < 20000; i += 1) {
    const row = randomRow(random, i);
    const spelling = signedSpelling(random, row.url);
    row.signature = twilio.getExpectedTwilioSignature(row.auth_token, spelling, row.params);
    if (random(4) === 0) {
      const broken = [
        () => (row.signature = row.signature.slice(0, -2)),
        () => (row.url += "x"),
        () => (row.params = { ...row.params, Extra: "1" }),
        () => (row.auth_token = "54321"),
        () => (row.signature = row.signature.toLowerCase()),
      ];
      broken[random(broken.length)]();
    }
    rows.push(row);
  }
  const accepted = assertAgreement(rows);
  assert.ok(accepted > rows.length / 2);
  t.diagnostic(`${rows.length} made-up requests, ${accepted} accepted`);
});
