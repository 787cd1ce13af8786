import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Domains } from "@/api/settings";
import { t } from "@/i18n/t";

/** The address that every shop has, and the way back to it. */
export function PlatformHost({ found: { platform_host, primary_host } }: { found: Domains }) {
  const [asking, setAsking] = useState(false);
  const leads = platform_host === primary_host;
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b p-4">
      <span className="wrap-anywhere font-medium">{platform_host}</span>
      <Badge tone="good">{leads ? t("Main address") : t("Live")}</Badge>
      {!leads && (
        <Button size="sm" onPress={() => setAsking(true)}>
          {t("Make main address")}
        </Button>
      )}
      {asking && (
        <ActDialog
          title={t("Make {domain} the main address", { domain: platform_host })}
          consequence={t("Your own domains go on answering; nobody is sent to them any more.")}
          values={{}}
          label={t("Make main address")}
          send={() => http.post("admin/settings/domains/platform-host")}
          doneText={t("{domain} is the main address", { domain: platform_host })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
