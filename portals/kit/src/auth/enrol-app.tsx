import { FormError } from "@kit/form/form-error";
import { useApiForm } from "@kit/form/use-api-form";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { useQuery } from "@tanstack/react-query";
import { CodeBox } from "./code-box";
import { beginApp, confirmApp, type Enrolled, type Setup } from "./factor-api";

interface EnrolAppProps {
  ticket?: string;
  onDone: (enrolled: Enrolled) => void;
}

/** The key as a picture and as text, then the first code that the app shows. */
export function EnrolApp({ ticket, onDone }: EnrolAppProps) {
  const setup = useQuery({
    queryKey: ["enrolment", ticket],
    queryFn: () => beginApp(ticket),
    staleTime: Number.POSITIVE_INFINITY, // another key would end the one that was scanned
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return (
    <Loaded query={setup} cards={1}>
      {(found) => <Confirm setup={found} ticket={ticket} onDone={onDone} />}
    </Loaded>
  );
}

function Confirm({ setup, ticket, onDone }: EnrolAppProps & { setup: Setup }) {
  const { form, onSubmit, sending } = useApiForm({
    values: { code: "" },
    send: ({ code }) => confirmApp(ticket, { id: setup.id, code, name: "" }),
    done: onDone,
  });
  const spaced = setup.secret.replace(/(.{4})/g, "$1 ").trim();
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <p className="text-muted text-sm">
        {t("Scan this with an authenticator app on your phone, such as Google Authenticator, 2FAS or Aegis.")}
      </p>
      <img
        src={setup.qr}
        alt={t("Picture to scan with the app")}
        width={188}
        height={188}
        className="self-center rounded-lg border border-line bg-white"
      />
      <div className="text-sm">
        <p className="text-muted">{t("No camera? Type this key into the app:")}</p>
        <p className="wrap-anywhere mt-1 select-all font-mono text-sm" data-secret={setup.secret}>
          {spaced}
        </p>
        <a
          href={setup.uri}
          className="mt-1 inline-flex min-h-6 items-center text-accent underline-offset-2 hover:underline"
        >
          {t("Open in an app on this device")}
        </a>
      </div>
      <CodeBox form={form} name="code" label={t("Code that the app shows")} onFull={() => sending || void onSubmit()} />
      <FormError form={form} />
      <Button type="submit" look="solid" isPending={sending}>
        {t("Confirm")}
      </Button>
    </form>
  );
}
