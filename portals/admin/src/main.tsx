import "./styles.css";
import { start } from "@kit/app/start";
import { addHindi } from "@kit/i18n/language";
import { Portal } from "@/app/portal";

addHindi(() => import("@kit/i18n/hi"));
addHindi(() => import("@/i18n/hi"));
void start(<Portal />);
