//! Has anything moved? Last and least of the tests: it says that, never what is right.
//!
//! A digest that moves calls for a look at what moved it, a new `MODEL_VERSION`, and the new digest here.

use hameau_model::MODEL_VERSION;
use hameau_model::observe::run_digest;

const GOLDEN: [(u32, bool, u64); 2] = [(0, false, 0xb75f_32eb_f6b4_e72f), (1, true, 0x301d_94b4_07b7_e78c)];
const VERSION: u32 = 2;

#[test]
fn the_history_of_murat_gives_the_same_bits_as_when_this_was_written() {
    for (replicate, imitation, digest) in GOLDEN {
        let found = run_digest(replicate, 132, imitation);
        assert_eq!(
            (MODEL_VERSION, format!("{found:016x}")),
            (VERSION, format!("{digest:016x}")),
            "replicate {replicate}: if this is meant, raise MODEL_VERSION and write the new digest"
        );
    }
}
