import { call } from "@kit/http/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { WhatIf } from "@/api/types";
import { replayable, type Values } from "./rule-form";

const TYPING_MS = 400;

/** A past month charged again with a rule that is being written; asked for when the typing pauses. */
export function useWhatIf(month: string, values: Values, without: string[] = []) {
  const settled = useSettled(JSON.stringify({ month, rule: replayable(values), without }));
  return useQuery({
    queryKey: ["admin/commission/what-if", settled],
    queryFn: async ({ signal }) =>
      (await call<WhatIf>("POST", "admin/commission/what-if", { body: JSON.parse(settled), signal })).data,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** A text that has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
