// Where the built programs and the vendor's library are. What is missing skips its tests with a reason.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";

const require = createRequire(import.meta.url);

export const verifyProgram = process.env.CALLWRIGHT_TWILIO_VERIFY ?? "";
export const emulatorProgram = process.env.CALLWRIGHT_EMULATORS ?? "";
export const sharedData =
  process.env.CALLWRIGHT_SHARED_DATA ?? new URL("../../../shared/data", import.meta.url).pathname;

export const twilio = loadTwilio();

function loadTwilio() {
  try {
    return require("twilio");
  } catch {
    return null;
  }
}

export function missing(program, name) {
  if (!twilio) return "the twilio library is not installed: run npm ci in tests/clients";
  if (!existsSync(program)) return `${name} is not built: name it in the environment`;
  return false;
}

export function runLines(program, args, rows) {
  const input = rows.map((row) => JSON.stringify(row)).join("\n");
  const run = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${program} failed: ${run.stderr}`);
  return run.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}
