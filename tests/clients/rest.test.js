import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { emulatorProgram, missing, twilio } from "./programs.js";

const skip = missing(emulatorProgram, "CALLWRIGHT_EMULATORS");
const account = "AC00000000000000000000000000000001";
const token = "secret";
const business = "+15550100100";
const person = "+15550100120";

// Sends the library's requests to the emulator in place of the carrier.
function clientFor(port) {
  class Detour extends twilio.RequestClient {
    request(options) {
      return super.request({ ...options, uri: options.uri.replace("https://api.twilio.com", `http://127.0.0.1:${port}`) });
    }
  }
  return twilio(account, token, { httpClient: new Detour({ timeout: 5000 }) });
}

let emulator;
let port;
let server;
let client;
const webhooks = [];

before(async () => {
  if (skip) return;
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece) => (body += piece));
    request.on("end", () => {
      const params = Object.fromEntries(new URLSearchParams(body));
      webhooks.push({ request, params });
      response.setHeader("Content-Type", "text/xml");
      response.end(`<Response><Gather action="/turn" input="speech dtmf"><Say>Hello</Say></Gather></Response>`);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  emulator = spawn(emulatorProgram, ["--print-ready", "--account", account, "--token", token, "--webhook-base", base]);
  port = await new Promise((resolve, reject) => {
    emulator.on("exit", (code) => reject(new Error(`the emulator ended: ${code}`)));
    emulator.stdout.once("data", (line) => resolve(JSON.parse(line).port));
  });
  client = clientFor(port);
});

after(() => {
  emulator?.removeAllListeners("exit");
  emulator?.kill();
  server?.closeAllConnections();
  server?.close();
});

async function admin(path, body) {
  const response = await fetch(`http://127.0.0.1:${port}/emulator/${path}`, {
    method: body === undefined ? "GET" : "POST",
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.json();
}

async function until(condition) {
  for (let i = 0; i < 100; i += 1) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not happen within 5 s");
}

function webhookFor(path, field, value) {
  return webhooks.find(({ request, params }) => request.url.startsWith(path) && params[field] === value);
}

test("the library places a call, follows it and ends it", async (t) => {
  if (skip) return t.skip(skip);
  const base = `http://127.0.0.1:${server.address().port}`;
  const call = await client.calls.create({
    to: person,
    from: business,
    url: `${base}/answer`,
    statusCallback: `${base}/progress`,
    statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
  });
  assert.match(call.sid, /^CA[0-9a-f]{32}$/);
  assert.equal(call.status, "queued");
  assert.equal(call.direction, "outbound-api");
  await until(() => webhookFor("/progress", "CallStatus", "ringing"));
  await admin(`calls/${call.sid}/pick-up`, {});
  assert.equal((await client.calls(call.sid).fetch()).status, "in-progress");
  const ended = await client.calls(call.sid).update({ status: "completed" });
  assert.equal(ended.status, "completed");
  await until(() => webhookFor("/progress", "CallStatus", "completed"));
  await assert.rejects(client.calls(call.sid).update({ status: "completed" }), { code: 20404, status: 404 });
  assert.ok((await client.calls.list({ limit: 20 })).some(({ sid }) => sid === call.sid));
});

test("webhooks bear a signature that the library accepts", async (t) => {
  if (skip) return t.skip(skip);
  await admin("calls", { from: person, to: business, verification: "A" });
  const base = `http://127.0.0.1:${server.address().port}`;
  const { request, params } = await until(() => webhookFor("/twilio/voice", "From", person));
  const signature = request.headers["x-twilio-signature"];
  assert.ok(twilio.validateRequest(token, signature, base + request.url, params));
  assert.equal(params.StirVerstat, "TN-Validation-Passed-A");
});

test("a text is sent, listed and delivered", async (t) => {
  if (skip) return t.skip(skip);
  const text = await client.messages.create({ to: person, from: business, body: "caf\u00e9 & tea" });
  assert.match(text.sid, /^SM[0-9a-f]{32}$/);
  assert.equal(text.status, "queued");
  assert.ok(text.dateCreated instanceof Date && !Number.isNaN(text.dateCreated.valueOf()));
  const listed = await client.messages.list({ to: person, dateSentAfter: new Date(Date.now() - 86400000) });
  assert.ok(listed.some(({ sid, body }) => sid === text.sid && body === "caf\u00e9 & tea"));
  assert.equal((await client.messages.list({ to: "+15550100199" })).length, 0);
  await until(async () => (await client.messages(text.sid).fetch()).status === "delivered");
});

test("lists come in pages", async (t) => {
  if (skip) return t.skip(skip);
  for (let i = 0; i < 5; i += 1) {
    await client.messages.create({ to: "+15550100133", from: business, body: `text ${i}` });
  }
  const all = await client.messages.list({ to: "+15550100133", pageSize: 2 });
  assert.deepEqual(all.map(({ body }) => body), ["text 4", "text 3", "text 2", "text 1", "text 0"]);
});

test("errors have the carrier's codes", async (t) => {
  if (skip) return t.skip(skip);
  const send = (to, body = "hi") => client.messages.create({ to, from: business, body });
  await assert.rejects(send("not a number"), { code: 21211, status: 400 });
  await assert.rejects(send(person, "x".repeat(1601)), { code: 21617, status: 400 });
  await assert.rejects(client.messages("SM0").fetch(), { code: 20404, status: 404 });
  await admin("messages", { from: "+15550100144", to: business, body: "STOP" });
  await assert.rejects(send("+15550100144"), (error) => {
    assert.equal(error.code, 21610);
    assert.match(error.moreInfo, /21610/);
    return true;
  });
  await admin("faults", { "sms.throttle": 1 });
  await assert.rejects(send(person), { code: 20429, status: 429 });
  await admin("faults", { "sms.throttle": 0 });
  const stranger = twilio(account, "wrong", { httpClient: client.httpClient });
  await assert.rejects(stranger.messages.list({ limit: 1 }), { code: 20003, status: 401 });
});

test("numbers are found, taken and pointed somewhere", async (t) => {
  if (skip) return t.skip(skip);
  const free = await client.availablePhoneNumbers("US").local.list({ areaCode: 816, limit: 3 });
  assert.equal(free.length, 3);
  assert.match(free[0].phoneNumber, /^\+181655501\d\d$/);
  const base = `http://127.0.0.1:${server.address().port}`;
  const taken = await client.incomingPhoneNumbers.create({ phoneNumber: free[0].phoneNumber, voiceUrl: `${base}/mine` });
  await client.incomingPhoneNumbers(taken.sid).update({ smsUrl: `${base}/my-texts` });
  await admin("calls", { from: person, to: free[0].phoneNumber });
  await admin("messages", { from: person, to: free[0].phoneNumber, body: "hello" });
  await until(() => webhookFor("/mine", "To", free[0].phoneNumber));
  await until(() => webhookFor("/my-texts", "Body", "hello"));
});
