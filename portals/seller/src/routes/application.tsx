import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import type { Application } from "@/api/types";
import { Requirements } from "@/features/application/requirements";
import { standing } from "@/features/application/standing";
import { StepList } from "@/features/application/step-list";
import { SubmitCard } from "@/features/application/submit-card";
import { useApplication } from "@/features/application/use-application";
import { ShopCard } from "@/features/shop/shop-card";
import { t } from "@/i18n/t";

export function ApplicationPage() {
  const query = useApplication();
  return <Loaded query={query}>{(application) => <ApplicationView application={application} />}</Loaded>;
}

function ApplicationView({ application }: { application: Application | null }) {
  const now = standing(application);
  const may = application?.actions ?? ["edit"];
  const requirements = application?.requirements ?? [];
  return (
    <>
      <PageHeader title={t("Application")} lead={t("Who you are, where parcels start and where your money goes.")} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <Notice tone={now.tone} title={now.title}>
            {now.next}
          </Notice>
          <StepList application={application} editable={may.includes("edit")} />
          {may.includes("submit") && <SubmitCard />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {application && <ShopCard />}
          {requirements.length > 0 && <Requirements requirements={requirements} />}
        </div>
      </div>
    </>
  );
}
