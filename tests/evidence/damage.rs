//! Every kind of file of a folder of results flipped and cut at forty places.

use crate::damages::damages;
use crate::small::KINDS;

#[test]
fn forty_places_of_every_kind_of_file_are_named_or_mended() {
    let counts = damages(&KINDS, 40);
    let all: u32 = counts.values().map(|became| became.mended + became.refused).sum();
    for (name, became) in &counts {
        println!("{name}: {} mended, {} refused", became.mended, became.refused);
        assert!(became.mended + became.refused >= 80, "{name}: {became:?}");
    }
    println!("{all} damages, none unseen");
}
