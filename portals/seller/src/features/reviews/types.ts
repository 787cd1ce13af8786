export interface Review {
  id: string;
  product: { id: string; slug: string; title: string };
  part: string;
  bought: string;
  stars: number;
  title: string;
  text: string;
  author: string;
  written_at: string;
  edited_at: string | null;
  votes: number;
  reply: { text: string; written_at: string; edited_at: string | null; hidden_reason: string } | null;
}

export interface Standing {
  figures: {
    average: string;
    total: number;
    worded: number;
    histogram: { stars: number; total: number; percent: number }[];
  };
  unanswered: number;
  score: number;
}
