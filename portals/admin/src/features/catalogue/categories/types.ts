/** A category as the brand's admin API answers it. The tree comes flat and in its order. */
export interface Category {
  id: string;
  slug: string;
  name: string;
  parent_id: string | null;
  position: number;
  description: string;
  image: string;
  image_url: string | null;
  hsn: string;
  needs_month: boolean;
  seo_title: string;
  seo_description: string;
  products: number;
}
