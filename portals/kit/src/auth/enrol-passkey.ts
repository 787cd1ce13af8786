import { beginPasskey, type Enrolled, keepPasskey } from "./factor-api";
import { makePasskey } from "./passkey";

/** The browser makes a passkey, the server keeps it; it is named after the device until its owner renames it. */
export async function enrolPasskey(ticket?: string): Promise<Enrolled> {
  const begun = await beginPasskey(ticket);
  const credential = await makePasskey(begun.options);
  return keepPasskey(ticket, { challenge_id: begun.challenge_id, credential, name: deviceName() });
}

function deviceName(): string {
  const agent = navigator.userAgent;
  const system = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux"].find((name) =>
    agent.includes(name),
  );
  const browser = [
    ["Edg/", "Edge"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ].find(([mark]) => mark && agent.includes(mark))?.[1];
  return [browser, system].filter(Boolean).join(", ").slice(0, 64);
}
