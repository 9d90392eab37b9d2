//! Has anything moved? Last and least of the tests: it says that, never what is right.
//!
//! The digest is of the state of a world, month by month (`State::digest`): an indicator more or fewer leaves it as it is.
//! One that moves calls for a look at what moved it, for a new `MODEL_VERSION`, and for
//! `INSTA_UPDATE=always cargo test --release --test golden`, which writes what is found.

use hameau_model::MODEL_VERSION;
use hameau_model::observe::run_digest;

#[test]
fn the_history_of_murat_passes_through_the_same_states_as_when_this_was_written() {
    let line = |(replicate, imitation)| {
        let rule = if imitation { "imitation" } else { "belief" };
        format!("replicate {replicate} by {rule}: {:016x}", run_digest(replicate, 132, imitation))
    };
    let digests = [(0, false), (1, true)].map(line).join("\n");
    insta::assert_snapshot!(format!("model version {MODEL_VERSION}\n{digests}"));
}
