import { renewAccess } from "@kit/auth/session";
import { address, callerHeaders } from "./client";
import { unwrap } from "./envelope";
import { offline } from "./error";

export interface Upload {
  file: File;
  fields?: Record<string, string>;
  /** Called with the share that was sent, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends one file as a form. `fetch` cannot say how far it is, so this is the older way. Refusals are raised as ApiError. */
export async function upload<Data>(path: string, { file, fields = {}, onProgress, signal }: Upload): Promise<Data> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file);
  let response = await post(path, form, onProgress, signal);
  if (response.status === 401 && (await renewAccess())) response = await post(path, form, onProgress, signal);
  return (await unwrap<Data>(response)).data;
}

function post(path: string, form: FormData, onProgress?: (share: number) => void, signal?: AbortSignal) {
  const request = new XMLHttpRequest();
  const done = new Promise<Response>((resolve, reject) => {
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(new TypeError("no answer"));
    request.onabort = () => reject(signal?.reason ?? new DOMException("stopped", "AbortError"));
  });
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
  signal?.addEventListener("abort", () => request.abort());
  request.open("POST", address(path));
  callerHeaders().forEach((value, name) => {
    request.setRequestHeader(name, value);
  });
  request.send(form);
  return done.catch((problem: unknown) => {
    if (signal?.aborted) throw problem;
    return offline();
  });
}
