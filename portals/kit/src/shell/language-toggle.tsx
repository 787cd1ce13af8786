import { LANGUAGES, setLanguage, useLanguage } from "@kit/i18n/language";
import { Button } from "@kit/ui/button";

/** Names the language it switches to, in that language, so that whoever needs it can read it. */
export function LanguageToggle() {
  const language = useLanguage();
  const other = LANGUAGES.find(({ code }) => code !== language);
  if (!other) return null;
  return (
    <Button look="quiet" size="icon" lang={other.code} aria-label={other.name} onPress={() => setLanguage(other.code)}>
      {other.short}
    </Button>
  );
}
