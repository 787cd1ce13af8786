import { clsx } from "clsx";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";

type Look = "solid" | "outline" | "quiet" | "danger";
type Size = "md" | "sm" | "icon";

const LOOKS: Record<Look, string> = {
  solid: "bg-solid text-on-solid hover:bg-solid-hover",
  outline: "border border-line-strong bg-surface text-ink hover:bg-hover",
  quiet: "text-muted hover:bg-hover hover:text-ink",
  danger: "border border-line-strong bg-surface text-bad hover:bg-bad-soft",
};

// 44 px on touch screens, denser where there is a pointer.
const SIZES: Record<Size, string> = {
  md: "h-11 px-4 sm:h-9 sm:px-3.5",
  sm: "h-9 px-3 sm:h-8",
  icon: "size-10 sm:size-8 justify-center",
};

export function buttonClass(look: Look = "outline", size: Size = "md", more?: string) {
  return clsx(
    "inline-flex shrink-0 cursor-pointer select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-lg",
    "font-medium text-sm transition-colors [&_svg]:shrink-0 disabled:cursor-not-allowed disabled:opacity-50",
    LOOKS[look],
    SIZES[size],
    more,
  );
}

interface ButtonProps extends Omit<AriaButtonProps, "className" | "children"> {
  look?: Look;
  size?: Size;
  className?: string;
  children?: ReactNode;
}

export function Button({ look, size, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(look, size, className)}>
      {rest.isPending && <LoaderCircle aria-hidden size={15} className="animate-spin" />}
      {children}
    </AriaButton>
  );
}
