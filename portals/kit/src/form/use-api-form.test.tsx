import { http } from "@kit/http/client";
import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { FormError } from "./form-error";
import { TextField } from "./text-field";
import { useApiForm } from "./use-api-form";

function Card() {
  const { form, onSubmit } = useApiForm({
    values: { message: "" },
    send: (values, key) => http.post("cards", values, key),
  });
  return (
    <form onSubmit={onSubmit}>
      <TextField form={form} name="message" label="Message" />
      <FormError form={form} />
      <button type="submit">Send</button>
    </form>
  );
}

test("what was changed after its answer was lost is not sent as something new, and people are told to look", async () => {
  const replies = [
    { status: 502, error: { code: "unavailable", message: "No answer." } },
    { status: 409, error: { code: "idempotency_key_reused", message: "Use a new key." } },
  ];
  const calls = serve({ "POST cards": () => replies.shift() ?? {} });
  await draw(<Card />);
  await userEvent.click(await screen.findByRole("button", { name: "Send" }));
  await screen.findByText("No answer.", { exact: false });
  await userEvent.type(screen.getByLabelText("Message"), "Happy birthday");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await screen.findByText("look before you send it again", { exact: false });
  expect(new Set(calls.map(({ headers }) => headers.get("Idempotency-Key"))).size).toBe(1);
});
