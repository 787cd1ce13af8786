import { http } from "@kit/http/client";

const path = (number: string, act: string) => `seller/orders/${number}/${act}`;

export const acceptOrder = (number: string, key: string) => http.post(path(number, "acceptance"), {}, key);
export const declineOrder = (number: string, reason: string, key: string) =>
  http.post(path(number, "decline"), { reason }, key);
export const packOrder = (number: string, key: string) => http.post(path(number, "packing"), {}, key);
export const shipOrder = (number: string, parcel: { carrier: string; tracking_number: string }, key: string) =>
  http.post(path(number, "shipment"), parcel, key);
export const deliverOrder = (number: string, key: string) => http.post(path(number, "delivery"), {}, key);
