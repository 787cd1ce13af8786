import { download, http, type Query } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import type { FileExport } from "./types";

const LOOK_AGAIN_MS = 1500;
const LOOKS_MAX = 400;

/** Fetches a file that needs a sign-in and hands it to the browser to keep. */
export async function saveFrom(path: string, name: string, query?: Query) {
  const address = URL.createObjectURL(await download(path, query));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Asks for a file, waits until it is written, keeps it. Returns how many rows it has. */
export async function saveWritten(base: string, ask: string, body: unknown): Promise<number> {
  let { data } = await http.post<FileExport>(`${base}/${ask}`, body);
  for (let look = 0; data.status === "asked" && look < LOOKS_MAX; look++) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    data = (await http.get<FileExport>(`${base}/exports/${data.id}`)).data;
  }
  if (data.status !== "ready" || !data.url) {
    const message = data.failure || t("The file is still being written. Look for it again in some minutes.");
    throw new ApiError({ status: 0, code: "not_written", message });
  }
  await saveFrom(data.url.replace("/api/v1/", ""), data.name);
  return data.rows;
}
