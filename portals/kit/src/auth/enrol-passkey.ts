import { beginPasskey, type Enrolled, keepPasskey } from "./factor-api";
import { deviceName, makePasskey } from "./passkey";

/** The browser makes a passkey, the server keeps it; it is named after the device until its owner renames it. */
export async function enrolPasskey(ticket?: string): Promise<Enrolled> {
  const begun = await beginPasskey(ticket);
  const credential = await makePasskey(begun.options);
  return keepPasskey(ticket, { challenge_id: begun.challenge_id, credential, name: deviceName() });
}
