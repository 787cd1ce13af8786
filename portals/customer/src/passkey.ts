// <shop-passkey data-mode>: signs in, confirms or makes a passkey with the browser's own window, then goes on.
import { deviceName, makePasskey, PasskeyGivenUp, passkeysWork, signWithPasskey } from "../../kit/src/auth/passkey.ts";

interface Refusal {
  code: string;
  message: string;
}

interface Begun {
  challenge_id: string;
  options: never;
}

const WAYS: Record<string, { begin: string; finish: string; method?: "passkey" }> = {
  "sign-in": { begin: "passkey/options", finish: "passkey" },
  factor: { begin: "factor/passkey", finish: "factor", method: "passkey" },
  "step-up": { begin: "step-up/passkey", finish: "step-up", method: "passkey" },
  make: { begin: "enrolment/passkey", finish: "enrolment/passkey/confirmation" },
};

class Refused extends Error {
  readonly code: string;
  constructor({ code, message }: Refusal) {
    super(message);
    this.code = code;
  }
}

async function ask<Data>(path: string, body: object): Promise<Data> {
  const answer = await fetch(`/api/v1/auth/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  const found = (await answer.json()) as { data: Data; error?: Refusal };
  if (found.error) throw new Refused(found.error);
  return found.data;
}

class ShopPasskey extends HTMLElement {
  connectedCallback(): void {
    if (!passkeysWork()) return;
    this.hidden = false;
    this.querySelector("button")?.addEventListener("click", () => void this.run());
  }

  private async run(): Promise<void> {
    this.say("");
    try {
      const codes = await this.carryOut();
      if (codes) this.showCodes(codes);
      else location.assign(this.dataset.next || "/account");
    } catch (problem) {
      if (problem instanceof Refused && problem.code === "step_up_required") location.assign("/account/security/proof");
      else if (problem instanceof Refused) this.say(problem.message);
      else this.say((problem instanceof PasskeyGivenUp ? this.dataset.givenUp : this.dataset.broken) ?? "");
    }
  }

  private async carryOut(): Promise<string[] | null | undefined> {
    const mode = this.dataset.mode ?? "";
    const way = WAYS[mode];
    if (!way) throw new Error(`<shop-passkey> knows no mode “${mode}”`);
    const ticket = this.dataset.ticket ? { ticket: this.dataset.ticket } : {};
    const { challenge_id, options } = await ask<Begun>(way.begin, ticket);
    const credential = mode === "make" ? await makePasskey(options) : await signWithPasskey(options);
    const more = mode === "make" ? { name: deviceName() } : way.method ? { method: way.method } : {};
    const found = await ask<{ recovery_codes?: string[] | null }>(way.finish, {
      ...ticket,
      ...more,
      challenge_id,
      credential,
    });
    return found.recovery_codes;
  }

  private showCodes(codes: string[]): void {
    const shape = document.querySelector<HTMLTemplateElement>("template#codes");
    if (!shape) return;
    const shown = shape.content.cloneNode(true) as DocumentFragment;
    for (const code of codes) {
      const line = document.createElement("li");
      line.append(Object.assign(document.createElement("code"), { textContent: code }));
      shown.querySelector("ul")?.append(line);
    }
    this.replaceWith(shown);
  }

  private say(sentence: string): void {
    const line = this.querySelector<HTMLElement>("p");
    if (!line) return;
    line.textContent = sentence;
    line.hidden = !sentence;
  }
}

customElements.define("shop-passkey", ShopPasskey);
