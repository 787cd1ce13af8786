import { portal } from "../vite.portal.ts";

export default portal("seller", import.meta.dirname);
