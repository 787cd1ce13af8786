import type { Application } from "@/api/types";
import { t } from "@/i18n/t";

interface Standing {
  tone: "info" | "warn" | "bad" | "good";
  title: string;
  next: string;
  /** The shop is open, nothing is due. */
  open?: boolean;
}

/** Where an application stands and what happens next, in plain words. */
export function standing(application: Application | null): Standing {
  if (!application) {
    return {
      tone: "info",
      title: t("You have not applied yet"),
      next: t("Tell us about your business. It takes about ten minutes and is saved as you go."),
    };
  }
  if (application.seller_status === "active") {
    return { tone: "good", title: t("Your shop is open"), next: t("Customers can buy from you."), open: true };
  }
  if (application.seller_status === "suspended") {
    return {
      tone: "bad",
      title: t("Your shop is suspended"),
      next: application.decision_reason ?? t("You may still send orders that were placed before."),
    };
  }
  return byStatus(application);
}

function byStatus({ status, decision_reason }: Application): Standing {
  switch (status) {
    case "submitted":
    case "checking":
      return {
        tone: "info",
        title: t("We are checking your details"),
        next: t("PAN, GSTIN and bank account are checked automatically, mostly within minutes."),
      };
    case "in_review":
      return {
        tone: "info",
        title: t("A person is looking at your application"),
        next: t("This takes up to two working days. We write to you as soon as it is decided."),
      };
    case "verified":
      return {
        tone: "good",
        title: t("You are verified"),
        next: t("The marketplace now decides about your shop. You can already prepare products."),
      };
    case "needs_changes":
      return {
        tone: "warn",
        title: t("Something needs to be changed"),
        next: decision_reason ?? t("Open the application to see what is missing."),
      };
    case "rejected":
      return { tone: "bad", title: t("Your application was declined"), next: decision_reason ?? "" };
    default:
      return {
        tone: "warn",
        title: t("Your application is not sent yet"),
        next: t("Finish it when you have time. What you wrote is saved."),
      };
  }
}
