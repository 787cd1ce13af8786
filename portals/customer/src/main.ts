// Everything here makes a page that already works smoother; nothing here is needed to buy.
import "./styles/main.css";
import "./choices.ts";
import "./code.ts";
import "./gallery.ts";
import "./menu.ts";
import "./once.ts";
import "./passkey.ts";
import "./personal.ts";
import "./search.ts";
import "./swap.ts";
import "./ticket.ts";
import "./wait.ts";
