import type { Chosen } from "@kit/form/quantities-dialog";
import { http } from "@kit/http/client";
import type { Outcome } from "@/api/types";

const path = (number: string, act: string) => `seller/orders/${number}/${act}`;

export const acceptOrder = (number: string, key: string) => http.post(path(number, "acceptance"), {}, key);
export const declineOrder = (number: string, reason: string, key: string) =>
  http.post(path(number, "decline"), { reason }, key);
export const cancelLines = (number: string, chosen: Chosen[], reason: string, key: string) =>
  http.post(path(number, "cancellation"), { lines: linesOf(chosen), reason }, key);
export const lookAtCancel = async (number: string, chosen: Chosen[]) =>
  (await http.post<Outcome>(path(number, "cancellation/preview"), { lines: linesOf(chosen) })).data;
const linesOf = (chosen: Chosen[]) => chosen.map(({ id, quantity }) => ({ line_id: id, quantity }));
export const packOrder = (number: string, key: string) => http.post(path(number, "packing"), {}, key);
export const shipOrder = (number: string, parcel: { carrier: string; tracking_number: string }, key: string) =>
  http.post(path(number, "shipment"), parcel, key);
export const deliverOrder = (number: string, key: string) => http.post(path(number, "delivery"), {}, key);
