// Shapes that pass between the model and the page, for the type checker only; nothing of this is in the page.

/** A text in both languages. */
interface Both { fr: string; en: string }

interface Indicator {
  id: string; label: Both; meaning: Both; unit: Both; unit_one: Both; better: "more" | "less" | null; theme: string;
  decimals: number; share: boolean; event: boolean; smallest_effect: number; headline: boolean;
}
interface Shipped { name: string; title: Both; summary?: Both; toml: string }
interface About {
  version: string; model_version: number; commit?: string; months_default: number;
  scenarios: Shipped[]; indicators: Indicator[];
  charts: { cooperation: string[]; closure: string[]; productive: string[] };
}
type LeverValue = number | string | boolean;
interface Lever {
  key: string; label: Both; unit: Both; kind: "real" | "integer" | "switch" | "choice" | "date";
  least: LeverValue; most: LeverValue; default: LeverValue; step: number | null; choices: string[]; source: string;
}
interface Levers {
  instruments: { id: string; label: Both; on_place: "must" | "may" | "never"; opens_place: boolean; levers: Lever[] }[];
  assumptions: { section: string; label: Both; rows: Lever[] }[];
}
interface Bet { id: string; label: Both; answer: Both }
interface Story {
  id: string; title: Both; situate: Both; question: Both; bets: Bet[]; right: string;
  a: { name: Both; toml: string }; b: { name: Both; toml: string };
  pauses: { month: number; debrief: Both }[];
  indicator: string; seed: number; replicate: number; explain: Both; limits: Both;
}
interface Entry {
  name: string; instrument: string; label: Both; place: string | null; from: string; until: string | null;
  /** Months done when it begins, and when it has ended. */
  month_from: number; month_until: number; levers: Record<string, LeverValue>;
}
interface Checked {
  name: string; start: string; months: number; programme: Entry[]; values: Record<string, LeverValue>;
  title: Both | null;
}
interface Commune { name: string; x: number; y: number; population: number }
interface Opened extends Checked { communes: Commune[] }
interface Cluster {
  locals: number; newcomers: number; locals_cooperating: number; newcomers_cooperating: number;
  users_local: number; users_newcomer: number; children: number;
}
interface PlaceShown { commune: number; kind: string; open: boolean; users: [number, number] }
interface WorkShown { commune?: number | null; stage: string; order: string; mixed: boolean }
interface MapShown { month: number; communes: Cluster[]; places: PlaceShown[]; works: WorkShown[] }
interface Happening { month: number; kind: string; text: Both }
interface People { who: string[]; origin: number[]; cooperates: number[]; user: number[]; tied: number[]; cross: number[] }
interface Tied { who: string; hours: number; origin: number; commune: number; cooperates: boolean; strong: boolean }
interface Ego {
  who: string; origin: number; age: number; commune: number; occupation: Both; cooperates: boolean; ties: Tied[];
}
type Slot = "a" | "b";
type Language = "fr" | "en";

/** A world shown, with all that was kept of it. */
interface World {
  slot: Slot; number: number; toml: string; name: Both | null; changed?: boolean; opened: Opened | null; done: number;
  values: (number | null)[][]; maps: MapShown[]; events: Happening[];
}
