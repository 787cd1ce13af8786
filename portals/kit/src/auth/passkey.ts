/** WebAuthn between the server's JSON, where bytes are base64url, and the browser's buffers. */

interface Descriptor {
  type: "public-key";
  id: string;
}

export interface RequestOptions {
  challenge: string;
  rpId: string;
  userVerification: UserVerificationRequirement;
  allowCredentials?: Descriptor[];
}

export interface CreationOptions {
  rp: PublicKeyCredentialRpEntity;
  user: { id: string; name: string; displayName: string };
  challenge: string;
  pubKeyCredParams: PublicKeyCredentialParameters[];
  authenticatorSelection?: AuthenticatorSelectionCriteria;
  excludeCredentials?: Descriptor[];
}

export const passkeysWork = () => typeof window !== "undefined" && "PublicKeyCredential" in window;

/** Raised when the person closed the browser's window, or has no passkey for this site. */
export class PasskeyGivenUp extends Error {}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

const descriptors = (rows?: Descriptor[]) => rows?.map(({ type, id }) => ({ type, id: bytes(id) }));

async function ask(act: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const found = await act.catch((problem: unknown) => {
    if (problem instanceof DOMException) throw new PasskeyGivenUp(problem.message);
    throw problem;
  });
  if (!found) throw new PasskeyGivenUp();
  return found as PublicKeyCredential;
}

const shell = (found: PublicKeyCredential, response: object) => ({
  id: found.id,
  rawId: text(found.rawId),
  type: found.type,
  clientExtensionResults: {},
  response,
});

export async function makePasskey(options: CreationOptions): Promise<object> {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: descriptors(options.excludeCredentials),
  };
  const found = await ask(navigator.credentials.create({ publicKey }));
  const { clientDataJSON, attestationObject } = found.response as AuthenticatorAttestationResponse;
  return shell(found, { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) });
}

export async function signWithPasskey(options: RequestOptions): Promise<object> {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: descriptors(options.allowCredentials),
  };
  const found = await ask(navigator.credentials.get({ publicKey }));
  const answer = found.response as AuthenticatorAssertionResponse;
  return shell(found, {
    clientDataJSON: text(answer.clientDataJSON),
    authenticatorData: text(answer.authenticatorData),
    signature: text(answer.signature),
    userHandle: answer.userHandle ? text(answer.userHandle) : null,
  });
}

/** A first name for a passkey, until its owner gives it another. */
export function deviceName(): string {
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
