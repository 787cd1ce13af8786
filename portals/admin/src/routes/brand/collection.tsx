import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { call } from "@kit/http/client";
import { useList } from "@kit/table/use-list";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { CollectionForm } from "@/features/catalogue/collections/collection-form";
import type { Collection, Item } from "@/features/catalogue/collections/types";
import { t } from "@/i18n/t";

const back = () => ({ to: "/collections", label: t("Collections") });

export function NewCollection() {
  const kind = useParam("kind");
  const isRule = kind !== "hand";
  return (
    <>
      <PageHeader title={isRule ? t("New collection by rule") : t("New collection by hand")} back={back()} />
      <CollectionForm key={kind} kind={isRule ? "rule" : "hand"} items={[]} />
    </>
  );
}

export function CollectionPage() {
  const id = useParam("id");
  const path = `admin/collections/${id}`;
  const query = useResource<Collection>(path);
  const items = useList<Item>(`${path}/items`, {});
  const mayEdit = useCan("products.decide");
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  return (
    <Loaded query={query}>
      {(collection) => (
        <>
          <PageHeader
            title={collection.title}
            badge={
              <Badge tone={collection.kind === "rule" ? "info" : "plain"}>
                {collection.kind === "rule" ? t("by rule") : t("by hand")}
              </Badge>
            }
            lead={
              collection.from_manifest && t("It came with the brand's file, which writes it again when it changes.")
            }
            back={back()}
            actions={
              mayEdit && (
                <Button look="danger" onPress={() => setRemoving(true)}>
                  {t("Remove")}
                </Button>
              )
            }
          />
          <Loaded query={items}>
            {({ rows }) => (
              <CollectionForm
                key={`${collection.id} ${collection.updated_at}`}
                collection={collection}
                kind={collection.kind}
                items={rows}
              />
            )}
          </Loaded>
          {removing && (
            <ActDialog
              title={t("Remove {name}", { name: collection.title })}
              consequence={t("Its page is gone at once; its products stay what they are.")}
              values={{}}
              label={t("Remove")}
              danger
              send={() => call("DELETE", path)}
              doneText={t("Removed")}
              onClose={() => {
                setRemoving(false);
                void navigate({ to: "/collections" });
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
