import { Toaster } from "sonner";

/** Above the bottom bar on a phone. */
export function PortalToaster() {
  return <Toaster position="bottom-right" style={{ fontFamily: "inherit" }} mobileOffset={{ bottom: 72 }} />;
}
