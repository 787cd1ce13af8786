import { useList } from "@kit/table/use-list";
import type { Category } from "./types";

export const useTree = () => useList<Category>("admin/categories", {});
