//! In-group closure, in three layers that are never merged into one number: who attends, ties among those who attend,
//! ties in the territory. `w` is the newcomers' share of adults, `1 - w` the locals'.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, Group, PEOPLE, Theme};
use super::unit::Measure;

const HOMOPHILY: &str = "Coleman 1958; Currarini, Jackson, Pin 2009";
const NULL_MODEL: &str = "Krackhardt, Stern 1988; closed form of the permutation moments, model 6";
const FIVE_POINTS: &str = "five points: one user in twenty, what a small place can notice";
const TWENTIETH: &str = "a twentieth of the way from no closure to full closure";
const ONE_ERROR: &str = "one standard deviation of what chance alone gives";
const ORIGINS: &[Group] = &[Group::Commune, Group::Origin, Group::Cohort];

const fn row(id: &'static str, unit: Measure) -> Entry {
    Entry::new(Theme::Closure, id, unit, Aggregation::Last)
}

const fn attendance(id: &'static str, unit: Measure) -> Entry {
    Entry::new(Theme::Closure, id, unit, Aggregation::Mean12).source("field notes 5; model 6, first layer")
}

pub(super) const ROWS: &[(Indicator, Entry)] = &[
    (
        Indicator::AttendanceHours,
        attendance("attendance_newcomer_hours_share", Measure::Share)
            .label("Newcomers' share of hours", "Part des néo-habitants (heures)")
            .means(
                "Share of the hours spent in shared places that newcomers spend.",
                "Part des heures passées dans les tiers-lieux qui le sont par des néo-habitants.",
            )
            .formula("hours of newcomers in places / hours in places, over 12 months; undefined without an hour")
            .better(Better::Neither, 0.05, FIVE_POINTS),
    ),
    (
        Indicator::AttendanceUsers,
        attendance("attendance_newcomer_users_share", Measure::Share)
            .label("Newcomers' share of users", "Part des néo-habitants (usagers)")
            .means(
                "Share of the active users who are newcomers.",
                "Part des usagers actifs qui sont des néo-habitants.",
            )
            .formula("newcomers among active users / active users, over 12 months; undefined without an active user")
            .better(Better::Neither, 0.05, FIVE_POINTS),
    ),
    (
        Indicator::AttendanceGap,
        attendance("attendance_newcomer_share_gap", Measure::ShareGap)
            .label("Attendance gap", "Écart de fréquentation")
            .means(
                "How much larger the newcomers' share of hours is than their share of adults; 0 mirrors the territory.",
                "Excès de la part des néo-habitants dans les heures sur leur part des adultes ; 0 reflète le \
                 territoire.",
            )
            .formula("newcomers' share of hours in places - w, over 12 months; undefined without an hour")
            .better(Better::Lower, 0.05, FIVE_POINTS)
            .headline(),
    ),
    (
        Indicator::AttendeesNewcomersIh,
        row("attendees_newcomers_ih_index", Measure::Index)
            .label("Closure of newcomers in places", "Entre-soi, néo-habitants (lieux)")
            .means(
                "How much newcomers who attend prefer newcomers among those who attend; 1 is full closure.",
                "Préférence des néo-habitants usagers pour leurs pareils parmi les usagers ; 1 est l'entre-soi total.",
            )
            .formula(
                "ties of 50 h or more among active users: H = s/(s+d) of newcomers, u their share of active users, \
                 IH = (H - u)/(1 - u); undefined without a newcomer's tie or when one origin is absent",
            )
            .better(Better::Lower, 0.05, TWENTIETH)
            .source(HOMOPHILY),
    ),
    (
        Indicator::AttendeesLocalsIh,
        row("attendees_locals_ih_index", Measure::Index)
            .label("Closure of locals in places", "Entre-soi, habitants de longue date (lieux)")
            .means(
                "How much locals who attend prefer locals among those who attend; 1 is full closure.",
                "Préférence des habitants de longue date usagers pour leurs pareils parmi les usagers ; 1 est l'entre-soi total.",
            )
            .formula(
                "ties of 50 h or more among active users: H = s/(s+d) of locals, v their share of active users, \
                 IH = (H - v)/(1 - v); undefined without a local's tie or when one origin is absent",
            )
            .better(Better::Lower, 0.05, TWENTIETH)
            .source(HOMOPHILY),
    ),
    (
        Indicator::NewcomersSameOrigin,
        row("newcomers_same_origin_ties_share", Measure::Share)
            .label("Newcomers' ties with newcomers", "Liens des néo-habitants entre eux")
            .means(
                "Of the ties of newcomers, the share that links them to newcomers.",
                "Part des liens des néo-habitants qui les relient à d'autres néo-habitants.",
            )
            .formula(
                "H = s/(s+d) over ties of 50 h or more; s counts each end of a tie between two newcomers, d each tie \
                 with a local; undefined when s + d = 0",
            )
            .better(Better::Neither, 0.05, "one tie in twenty")
            .source(HOMOPHILY),
    ),
    (
        Indicator::LocalsSameOrigin,
        row("locals_same_origin_ties_share", Measure::Share)
            .label("Locals' ties with locals", "Liens des habitants de longue date entre eux")
            .means(
                "Of the ties of locals, the share that links them to locals.",
                "Part des liens des habitants de longue date qui les relient à d'autres habitants de longue date.",
            )
            .formula(
                "H = s/(s+d) over ties of 50 h or more; s counts each end of a tie between two locals, d each tie \
                 with a newcomer; undefined when s + d = 0",
            )
            .better(Better::Neither, 0.02, "one tie in fifty: locals are many, their share moves little")
            .source(HOMOPHILY),
    ),
    (
        Indicator::NewcomersIh,
        row("newcomers_ih_index", Measure::Index)
            .label("Closure of newcomers", "Entre-soi des néo-habitants")
            .means(
                "How much newcomers tie with newcomers beyond their number; 0 as chance would, 1 only among themselves.",
                "Excès de liens entre néo-habitants au-delà de leur nombre ; 0 comme au hasard, 1 entre eux seulement.",
            )
            .formula("IH = (H - w)/(1 - w), H of newcomers; undefined without a newcomer's tie or when one origin is absent")
            .better(Better::Lower, 0.05, TWENTIETH)
            .source(HOMOPHILY)
            .headline(),
    ),
    (
        Indicator::LocalsIh,
        row("locals_ih_index", Measure::Index)
            .label("Closure of locals", "Entre-soi des habitants de longue date")
            .means(
                "How much locals tie with locals beyond their number; 0 as chance would, 1 only among themselves.",
                "Excès de liens entre habitants de longue date au-delà de leur nombre ; 0 comme au hasard, 1 entre eux seulement.",
            )
            .formula("IH = (H - (1 - w))/w, H of locals; undefined without a local's tie or when one origin is absent")
            .better(Better::Lower, 0.05, TWENTIETH)
            .source(HOMOPHILY),
    ),
    (
        Indicator::EiIndex,
        row("external_internal_index", Measure::Index)
            .label("E-I index", "Indice E-I")
            .means(
                "External less internal ties over all ties: −1 only within an origin, 1 only across.",
                "Liens externes moins internes sur tous les liens : −1 au sein d'une origine, 1 seulement entre origines.",
            )
            .formula(
                "(E - I)/(E + I) over ties of 50 h or more, E ties between a local and a newcomer, I the others; \
                 undefined without a tie",
            )
            .better(Better::Higher, 0.02, "one tie in a hundred changes sides")
            .decimals(3)
            .source("Krackhardt, Stern 1988"),
    ),
    (
        Indicator::EiPermutationMean,
        row("external_internal_permutation_index", Measure::Index)
            .label("E-I index by chance", "Indice E-I au hasard")
            .means(
                "The E-I index that the same ties would have on average if origins were dealt at random.",
                "Indice E-I moyen qu'auraient les mêmes liens si les origines étaient distribuées au hasard.",
            )
            .formula(
                "4 n1 n2/[N(N-1)] - 1, n1 and n2 adults of each origin, N = n1 + n2; undefined \
                 without a tie or when one origin is absent",
            )
            .better(Better::Neither, 0.02, "one tie in a hundred changes sides")
            .decimals(3)
            .source(NULL_MODEL),
    ),
    (
        Indicator::EiZ,
        row("external_internal_z", Measure::ZScore)
            .label("E-I index against chance", "Indice E-I face au hasard")
            .means(
                "How far external ties are from what chance gives; below −2 the closure is no accident.",
                "Écart des liens externes à ce que donne le hasard ; sous −2, l'entre-soi n'est pas fortuit.",
            )
            .formula(
                "(X - m p)/sqrt(var X), X external ties of m, p = 2 n1 n2/[N(N-1)], var X = m p + 2 S p3 + 2 D p4 - (m p)^2 \
                 with p3 = n1 n2/[N(N-1)], p4 = 4 n1(n1-1) n2(n2-1)/[N(N-1)(N-2)(N-3)], S = sum d(d-1)/2, \
                 D = m(m-1)/2 - S; undefined when var X = 0",
            )
            .better(Better::Higher, 1.0, ONE_ERROR)
            .source(NULL_MODEL),
    ),
    (
        Indicator::Assortativity,
        row("assortativity_index", Measure::Index)
            .label("Assortativity by origin", "Assortativité par origine")
            .means(
                "How much ties stay within an origin, given how many ties each origin has.",
                "Propension des liens à rester au sein d'une origine, compte tenu du nombre de liens de chacune.",
            )
            .formula(
                "(sum e_ii - sum a_i^2)/(1 - sum a_i^2) over the symmetric matrix e of ties of 50 h or more, a_i its row \
                 sums; undefined without a tie or when one origin has none",
            )
            .better(Better::Lower, 0.02, "what one tie in a hundred that changes sides is worth")
            .decimals(3)
            .source("Newman 2003"),
    ),
    (
        Indicator::AssortativityZ,
        row("assortativity_z", Measure::ZScore)
            .label("Assortativity against chance", "Assortativité face au hasard")
            .means(
                "How far assortativity is from what chance gives; above 2 the closure is no accident.",
                "Écart de l'assortativité à ce que donne le hasard ; au-delà de 2, l'entre-soi n'est pas fortuit.",
            )
            .formula(
                "(r - mean of r)/(standard deviation of r), both over permutations of the origins with the ties held; \
                 undefined when the deviation is 0 or r is",
            )
            .better(Better::Lower, 1.0, ONE_ERROR)
            .source("Newman 2003; permutation of labels, model 6"),
    ),
    (
        Indicator::StrongAcross,
        row("locals_strong_cross_origin_ties_per_person", Measure::TiesPerPerson)
            .label("Locals' strong ties with newcomers", "Amitiés avec des néo-habitants")
            .means(
                "Strong ties with newcomers that a local has on average.",
                "Nombre moyen de liens forts d'un habitant de longue date avec des néo-habitants.",
            )
            .formula("ties of 90 h or more between a local and a newcomer / locals; undefined without a local")
            .better(Better::Higher, 0.02, "one local in fifty makes a friend across")
            .decimals(3)
            .source("Hall 2019; model 6"),
    ),
    (
        Indicator::Isolated,
        row("isolated_adults_share", Measure::Share)
            .label("Isolated adults", "Adultes isolés")
            .means(
                "Share of adults without a strong tie in the territory.",
                "Part des adultes sans aucun lien fort dans le territoire.",
            )
            .formula("adults without a tie of 90 h or more / adults, both outside care homes; undefined without one")
            .better(Better::Lower, 0.01, "one adult in a hundred")
            .decimals(3)
            .source("Hall 2019; field notes 2")
            .by(ORIGINS)
            .by(PEOPLE),
    ),
    (
        Indicator::IsolatedNewcomers,
        row("isolated_newcomers_share", Measure::Share)
            .label("Isolated newcomers", "Néo-habitants isolés")
            .means(
                "Share of adult newcomers without a strong tie in the territory.",
                "Part des néo-habitants adultes sans aucun lien fort dans le territoire.",
            )
            .formula("newcomers without a tie of 90 h or more / newcomers, both outside care homes; undefined without a newcomer")
            .better(Better::Lower, 0.02, "one newcomer in fifty")
            .decimals(3)
            .source("Hall 2019; field notes 2")
            .headline(),
    ),
    (
        Indicator::IsolatedLocals,
        row("isolated_locals_share", Measure::Share)
            .label("Isolated locals", "Habitants de longue date isolés")
            .means(
                "Share of adult locals without a strong tie in the territory.",
                "Part des habitants de longue date adultes sans aucun lien fort dans le territoire.",
            )
            .formula("locals without a tie of 90 h or more / locals, both outside care homes; undefined without a local")
            .better(Better::Lower, 0.01, "one local in a hundred")
            .decimals(3)
            .source("Hall 2019; field notes 2"),
    ),
    (
        Indicator::Degree,
        row("casual_or_better_ties_per_person", Measure::TiesPerPerson)
            .label("Ties per adult", "Liens par adulte")
            .means(
                "Ties of a casual friend or better that an adult has on average.",
                "Nombre moyen de liens d'un adulte, de la simple connaissance à l'ami proche.",
            )
            .formula("2 x ties of 50 h or more / adults; undefined without an adult")
            .better(Better::Neither, 0.2, "one tie more for one adult in five")
            .source("Hall 2019; model 2")
            .by(ORIGINS)
            .by(PEOPLE),
    ),
    (
        Indicator::StrongDegree,
        row("strong_ties_per_person", Measure::TiesPerPerson)
            .label("Strong ties per adult", "Liens forts par adulte")
            .means(
                "Ties of a friend or better that an adult has on average.",
                "Nombre moyen de liens d'amitié d'un adulte.",
            )
            .formula("2 x ties of 90 h or more / adults; undefined without an adult")
            .better(Better::Higher, 0.1, "one friend more for one adult in ten")
            .source("Hall 2019; model 2")
            .by(ORIGINS)
            .by(PEOPLE),
    ),
];
