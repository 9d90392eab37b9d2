//! Does what is built follow from what is known: closed forms, distributions, directions, books that balance?

#[path = "../shared/bench/mod.rs"]
mod bench;
#[path = "../shared/chance/mod.rs"]
mod chance;
#[path = "../shared/common/mod.rs"]
mod common;

mod accounts;
mod books;
mod closure;
mod contact;
mod costs;
mod direction;
mod distributions;
mod drift;
mod enterprises;
mod estimators;
mod flows;
mod help;
mod history;
mod imitation;
mod joint_draws;
mod labels;
mod mean_field;
mod necessity;
mod place;
mod population;
mod statistics;
mod supply;
mod works;
