import { portal } from "../vite.portal.ts";

export default portal("admin", import.meta.dirname);
