import { useResource } from "@kit/app/use-resource";
import { http } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { upload } from "@kit/http/upload";
import { toastProblem } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Picture } from "@/api/types";
import type { Cut } from "./cut-form";
import { refusedEarly } from "./limits";

/** A picture on its way, or one that was refused, with the server's reason. */
export interface Sending {
  key: number;
  file: File;
  share: number;
  problem?: string;
}

const LOOK_AGAIN_MS = 1200;
let sent = 0;

/** The pictures of a product and everything that one does with them. Each change is saved at once. */
export function usePictures(productId: string) {
  const path = `seller/products/${productId}/pictures`;
  const queries = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [waits, setWaits] = useState(false);
  const query = useResource<Picture[]>(path, { limit: 100 }, { refetchInterval: waits ? LOOK_AGAIN_MS : undefined });
  const pictures = query.data ?? [];
  const isWaiting = pictures.some(({ status }) => status === "processing");

  const refresh = useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [path] }),
        queries.invalidateQueries({ queryKey: [`seller/products/${productId}`] }),
      ]),
    [queries, path, productId],
  );
  useEffect(() => {
    setWaits(isWaiting);
    if (!isWaiting) void queries.invalidateQueries({ queryKey: [`seller/products/${productId}`] });
  }, [isWaiting, queries, productId]);

  const put = (key: number, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: number) => setSending((all) => all.filter((one) => one.key !== key));

  async function send({ key, file }: Sending) {
    try {
      await upload(path, { file, onProgress: (share) => put(key, { share }) });
      drop(key);
      await refresh();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      put(key, { problem: problem.message });
    }
  }

  function add(files: File[]) {
    const fresh = files.map((file) => {
      sent += 1;
      return { key: sent, file, share: 0, problem: refusedEarly(file) };
    });
    setSending((all) => [...all, ...fresh]);
    for (const one of fresh.filter(({ problem }) => !problem)) queue.current = queue.current.then(() => send(one));
  }

  function retry(one: Sending) {
    put(one.key, { problem: undefined, share: 0 });
    queue.current = queue.current.then(() => send(one));
  }

  const act = (work: Promise<unknown>) => work.then(refresh).catch(toastProblem);

  function order(ids: string[]) {
    const byId = new Map(pictures.map((picture) => [picture.id, picture]));
    queries.setQueryData(
      [path, { limit: 100 }],
      ids.flatMap((id) => byId.get(id) ?? []),
    );
    return act(http.put(`${path}/order`, { ids }));
  }

  return {
    query,
    pictures,
    sending,
    add,
    retry,
    drop,
    order,
    change: (id: string, body: { alt?: string; variant?: string | null }) => act(http.patch(`${path}/${id}`, body)),
    cut: (id: string, body: Cut) => act(http.post(`${path}/${id}/cut`, body)),
    remove: (id: string) => act(http.delete(`${path}/${id}`)),
  };
}

export type Pictures = ReturnType<typeof usePictures>;
