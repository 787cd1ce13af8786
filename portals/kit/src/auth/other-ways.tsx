import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { ProviderButtons } from "./provider-buttons";

interface OtherWaysProps {
  by: "code" | "password";
  onChange: (by: "code" | "password") => void;
}

/** What else one may do instead of the form above. */
export function OtherWays({ by, onChange }: OtherWaysProps) {
  return (
    <div className="mt-5 flex flex-col gap-2 border-line border-t pt-5">
      <Button look="outline" onPress={() => onChange(by === "code" ? "password" : "code")}>
        {by === "code" ? t("Use a password") : t("Get a code instead")}
      </Button>
      <ProviderButtons />
    </div>
  );
}
