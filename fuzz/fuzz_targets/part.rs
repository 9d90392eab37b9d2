//! Any bytes are a part or a sentence why they are none, never a panic, and never taken for a part that they are not.

#![no_main]

mod shared;

use bytes::Bytes;
use hameau_study::store::{Part, RunRecord, decode, encode, part_failures};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let study = shared::study();
    let runs = study.block_runs(&study.blocks()[0]);
    let _ = part_failures(Bytes::copy_from_slice(bytes));
    let _ = decode(Bytes::copy_from_slice(bytes), &runs, study.head());
    // The same over a whole part: what lies beside the bytes given is as it was written.
    let failed = |replicate: &u32| RunRecord::failed(*replicate, "x".to_owned());
    let records = runs.replicates.iter().map(failed).collect();
    let whole = encode(&runs, study.head(), &Part { records, unknown: Vec::new(), to_the_byte: true });
    let mut changed = whole.clone();
    for change in bytes.chunks_exact(3) {
        let at = usize::from(change[0]) * 256 + usize::from(change[1]);
        let at = at % changed.len();
        changed[at] ^= change[2];
    }
    let read = decode(Bytes::from(changed.clone()), &runs, study.head());
    assert!(read.is_err() || changed == whole, "a changed part was taken for whole");
});
