import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ContactsSection } from "./contacts-section";

const known = { "GET me/contacts": () => ({ data: { email: "ravi@example.com", phone: null } }) };
const challenge = { challenge_id: "c1", channel: "email", masked: "n•••@example.com", expires_in: 300, resend_in: 30 };

async function askFor(address: string) {
  await draw(<ContactsSection />);
  await userEvent.click(await screen.findByRole("button", { name: "Change" }));
  await userEvent.type(await screen.findByLabelText(/Mobile number or e-mail/), `${address}{Enter}`);
}

test("a new address is proven by a code and takes the old one's place", async () => {
  let email = "ravi@example.com";
  serve({
    "GET me/contacts": () => ({ data: { email, phone: null } }),
    "POST me/contacts": () => ({ data: challenge }),
    "POST me/contacts/proof": () => {
      email = "new@example.com";
      return { data: { email, phone: null } };
    },
  });
  await askFor("new@example.com");
  await userEvent.type(await screen.findByLabelText(/Six-digit code/), "123456{Enter}");
  expect(await screen.findByText("new@example.com")).toBeTruthy();
});

test("an address with an account of its own can be joined, after a proof of this one", async () => {
  const taken = { code: "address_taken", message: "Taken.", details: { challenge_id: "c1" } };
  const calls = serve({
    ...known,
    "POST me/contacts": () => ({ data: challenge }),
    "POST me/contacts/proof": () => ({ status: 409, error: taken }),
    "POST me/merges": () => ({ data: { id: "m1", status: "proving", next_proof: "target", conflicts: [] } }),
    "POST me/merges/m1/codes": () => ({ data: { challenge_id: "c2", masked: "r•••@example.com" } }),
    "POST me/merges/m1/proofs": () => ({
      data: { id: "m1", status: "running", next_proof: "", conflicts: ["“owner” stands."] },
    }),
  });
  await askFor("other@example.com");
  await userEvent.type(await screen.findByLabelText(/Six-digit code/), "123456{Enter}");
  await userEvent.click(await screen.findByRole("button", { name: "Make them one" }));
  await screen.findByText("Code sent to r•••@example.com");
  await userEvent.type(await screen.findByLabelText(/Six-digit code/), "654321{Enter}");
  expect(await screen.findByText("“owner” stands.")).toBeTruthy();
  expect(calls.at(-1)?.body).toEqual({ challenge_id: "c2", code: "654321" });
});

test("a refusal is told at the box", async () => {
  const wrong = { code: "invalid", message: "No.", details: { identifier: ["This is your address already."] } };
  serve({ ...known, "POST me/contacts": () => ({ status: 409, error: wrong }) });
  await askFor("ravi@example.com");
  expect(await screen.findByText("This is your address already.")).toBeTruthy();
});
