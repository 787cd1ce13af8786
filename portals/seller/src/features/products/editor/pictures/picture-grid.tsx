import { type DragEvent, useState } from "react";
import type { Picture } from "@/api/types";
import { t } from "@/i18n/t";
import type { Row } from "../matrix";
import { moved } from "./limits";
import { PictureDialog } from "./picture-dialog";
import { PictureTile } from "./picture-tile";
import type { Pictures } from "./use-pictures";

const DRAGGED = "application/x-haat-picture";

/** Tiles in the order in which customers see them. Moved by dragging, by the arrows on them, or by the arrow keys. */
export function PictureGrid({ pictures, rows }: { pictures: Pictures; rows: Row[] }) {
  const [open, setOpen] = useState<Picture>();
  const [said, setSaid] = useState("");
  const all = pictures.pictures;
  const move = (from: number, to: number) => {
    if (to < 0 || to >= all.length || from === to) return;
    setSaid(t("Picture is at place {place} of {count} now.", { place: to + 1, count: all.length }));
    void pictures.order(moved(all, from, to).map(({ id }) => id));
  };
  const onDrop = (event: DragEvent, to: number) => {
    const from = event.dataTransfer.getData(DRAGGED);
    if (from === "") return;
    event.preventDefault();
    move(Number(from), to);
  };
  if (all.length === 0) return null;
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4">
        {all.map((picture, place) => (
          <li
            key={picture.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(place))}
            onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
            onDrop={(event) => onDrop(event, place)}
          >
            <PictureTile
              picture={picture}
              place={place}
              count={all.length}
              variant={rows.find(({ id }) => id && id === picture.variant)}
              move={(to) => move(place, to)}
              open={() => setOpen(picture)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
      {open && <PictureDialog picture={open} rows={rows} pictures={pictures} onClose={() => setOpen(undefined)} />}
    </>
  );
}
