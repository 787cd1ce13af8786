import { http } from "@kit/http/client";
import { PageHeader } from "@kit/ui/page-header";
import { useState } from "react";
import { FindPerson } from "@/features/people/find-person";
import type { Person } from "@/features/people/person";
import { PersonCard } from "@/features/people/person-card";
import { t } from "@/i18n/t";

export function People() {
  const [person, setPerson] = useState<Person>();
  const again = async () => {
    const identifier = person?.user.email ?? person?.user.phone ?? "";
    setPerson((await http.get<Person>("platform/people", { identifier })).data);
  };
  return (
    <>
      <PageHeader
        title={t("People")}
        lead={t("For somebody who lost phone, passkeys and recovery codes, and can no longer sign in.")}
      />
      <div className="flex max-w-3xl flex-col gap-4">
        <FindPerson onFound={setPerson} />
        {person && <PersonCard person={person} onChanged={() => void again()} />}
      </div>
    </>
  );
}
