import { useResource } from "@kit/app/use-resource";
import { Dialog } from "@kit/ui/dialog";
import { Loaded } from "@kit/ui/loaded";
import { Thumb } from "@kit/ui/thumb";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Picture } from "@/api/types";
import { t } from "@/i18n/t";

/** The small picture of a row; pressing it shows all of them, as large as there is room. */
export function ProductPictures({ id, title, thumb }: { id: string; title: string; thumb: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-label={t("Pictures of {title}", { title })}
        onPress={() => setOpen(true)}
        className="shrink-0 cursor-pointer rounded-lg"
      >
        <Thumb src={thumb} />
      </Button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <Gallery id={id} />
        </Dialog>
      )}
    </>
  );
}

function Gallery({ id }: { id: string }) {
  const query = useResource<Picture[]>(`admin/products/${id}/pictures`, { limit: 100 });
  return (
    <Loaded query={query}>
      {(pictures) =>
        pictures.length === 0 ? (
          <p className="text-muted text-sm">{t("There are no pictures yet.")}</p>
        ) : (
          <ul className="flex flex-col gap-4">
            {pictures.map((picture) => (
              <li key={picture.id}>
                <Shown picture={picture} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Shown({ picture: { status, problem, url, alt, width, height, sources } }: { picture: Picture }) {
  if (!url) {
    return <p className="rounded-lg bg-sunken p-4 text-sm">{status === "failed" ? problem : t("Making sizes …")}</p>;
  }
  return (
    <figure>
      <picture>
        {sources.map(({ type, srcset }) => (
          <source key={type} type={type} srcSet={srcset} sizes="(min-width: 40rem) 30rem, 92vw" />
        ))}
        <img
          src={url}
          alt={alt}
          width={width ?? undefined}
          height={height ?? undefined}
          className="h-auto w-full rounded-lg bg-sunken"
        />
      </picture>
      <figcaption className="mt-1 text-muted text-xs">
        {[alt || t("Without words for people who cannot see it"), width && height && `${width} × ${height}`]
          .filter(Boolean)
          .join(" · ")}
      </figcaption>
    </figure>
  );
}
