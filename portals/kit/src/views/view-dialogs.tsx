import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { call, http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { Checkbox } from "@kit/ui/checkbox";
import type { UseFormReturn } from "react-hook-form";
import { boolean, minLength, object, pipe, string, trim } from "valibot";
import type { SavedView } from "./types";

interface Values {
  name: string;
  is_default: boolean;
}

const schema = () =>
  object({ name: pipe(string(), trim(), minLength(1, t("Give it a name."))), is_default: boolean() });

function Fields({ form }: { form: UseFormReturn<Values> }) {
  return (
    <>
      <TextField form={form} name="name" label={t("Name")} maxLength={40} autoFocus />
      <Checkbox
        label={t("Open the list with this view")}
        checked={form.watch("is_default")}
        onChange={(is_default) => form.setValue("is_default", is_default)}
      />
    </>
  );
}

export function SaveView(props: {
  path: string;
  place: string;
  query: string;
  onSaved: (view: SavedView) => void;
  onClose: () => void;
}) {
  const { path, place, query, onSaved, onClose } = props;
  return (
    <ActDialog<Values>
      title={t("Save as a view")}
      consequence={t("Filters, order and columns are kept as they are now. Only you see your views.")}
      values={{ name: "", is_default: false }}
      schema={schema()}
      fields={(form) => <Fields form={form} />}
      label={t("Save")}
      send={async (values, key) => onSaved((await http.post<SavedView>(path, { place, query, ...values }, key)).data)}
      doneText={t("View saved")}
      onClose={onClose}
    />
  );
}

export function ChangeView({ path, view, onClose }: { path: string; view: SavedView; onClose: () => void }) {
  return (
    <ActDialog<Values>
      title={t("Rename the view")}
      values={{ name: view.name, is_default: view.is_default }}
      schema={schema()}
      fields={(form) => <Fields form={form} />}
      label={t("Save")}
      send={(values) => call("PATCH", `${path}/${view.id}`, { body: values })}
      doneText={t("View saved")}
      onClose={onClose}
    />
  );
}
